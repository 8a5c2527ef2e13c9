using ConnectGate.People.Members.Profiles;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>One line of the profile's form beside names, headline and "about".</summary>
/// <param name="Name">The beginning of the names of its controls: <c>details[3]</c>.</param>
/// <param name="Number">From 1, among the lines of the same field.</param>
public sealed record DetailLine(string Name, int Number, ProfileField Field, string? Text, SeenBy SeenBy)
{
    /// <summary>The options of a choice, "no answer" first.</summary>
    public IEnumerable<Choice> Options(IStringLocalizer texts) =>
        Field.Options.Select(option => new Choice(option, option)).Prepend(new("", texts["detail-none"]));

    public static IEnumerable<Choice> Viewers(IStringLocalizer texts) =>
        Enum.GetValues<SeenBy>().Select(viewers => new Choice(viewers.ToString(), texts.NameOf(viewers)));

    /// <summary>The lines that were typed, and blank ones where a field has fewer than it may have.</summary>
    /// <param name="typed">Keeps the order, because refusals name the place of a line.</param>
    public static IReadOnlyList<DetailLine> Of(
        IReadOnlyList<ProfileField> fields,
        IReadOnlyList<EditProfile.Detail> typed
    )
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(typed);
        var all = typed.ToList();
        foreach (var field in fields)
        {
            var count = typed.Count(line => line.Field == field.Name);
            var missing = Math.Max(0, field.Most - count);
            all.AddRange(Enumerable.Repeat(new EditProfile.Detail(field.Name, null, SeenBy.AllMembers), missing));
        }

        var named = all.Index().Select(line => (Name: $"details[{line.Index}]", line.Item)).ToList();
        return
        [
            .. from field in fields
            from line in named
                .Where(line => line.Item.Field == field.Name)
                .Select((line, place) => new DetailLine(line.Name, place + 1, field, line.Item.Text, line.Item.SeenBy))
            select line,
        ];
    }
}
