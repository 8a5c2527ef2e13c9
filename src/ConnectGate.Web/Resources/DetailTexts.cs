using ConnectGate.People.Members.Profiles;

namespace ConnectGate.Web.Resources;

/// <summary>The words beside the fields of a profile.</summary>
public static class DetailTexts
{
    /// <summary>The community's own words, or those of the pages for a field that every community has.</summary>
    public static string LabelOf(this IStringLocalizer texts, ProfileField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return texts.LabelOf(field.Label, field.Name);
    }

    /// <inheritdoc cref="LabelOf(IStringLocalizer, ProfileField)"/>
    public static string LabelOf(this IStringLocalizer texts, DetailSeen detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        return texts.LabelOf(detail.Label, detail.Field);
    }

    private static string LabelOf(this IStringLocalizer texts, string? label, string name) =>
        label ?? texts[$"field-{name}"];
}
