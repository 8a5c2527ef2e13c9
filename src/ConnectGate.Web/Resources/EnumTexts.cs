using System.Text.Json;
using ConnectGate.Web.Api;

namespace ConnectGate.Web.Resources;

/// <summary>
/// Finds the text for a value of an enumeration: <c>Reason.MetInPerson</c> has the text <c>reason-met-in-person</c>.
/// </summary>
public static class EnumTexts
{
    /// <summary>The value's name in the reader's language.</summary>
    /// <param name="texts">The texts of the page's area.</param>
    /// <param name="value">The value.</param>
    /// <param name="places">The values for the text's placeholders.</param>
    public static string NameOf<T>(this IStringLocalizer texts, T value, params object[] places)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[Key(value), places];
    }

    /// <summary>The hint beside the value's name: the text <c>reason-met-in-person-hint</c>.</summary>
    public static string HintOf<T>(this IStringLocalizer texts, T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[Key(value) + "-hint"];
    }

    private static string Key<T>(T value)
        where T : struct, Enum =>
        $"{JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name)}-{KebabCase.Of(value)}";
}
