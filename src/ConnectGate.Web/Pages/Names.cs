using System.Text.Json;

namespace ConnectGate.Web.Pages;

/// <summary>
/// The words for what the code names: <c>Reason.MetInPerson</c> is the text <c>reason-met-in-person</c>.
/// </summary>
public static class Names
{
    /// <summary>The value's name in the reader's language, from the area's texts, its places filled in.</summary>
    public static string NameOf<T>(this IStringLocalizer texts, T value, params object[] places)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[Key(value), places];
    }

    /// <summary>What choosing the value means.</summary>
    public static string HintOf<T>(this IStringLocalizer texts, T value)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(texts);
        return texts[Key(value) + "-hint"];
    }

    private static string Key<T>(T value)
        where T : struct, Enum => $"{Kebab(typeof(T).Name)}-{Kebab(value.ToString())}";

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
