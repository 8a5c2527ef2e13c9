namespace ConnectGate.Ties.Groups.Joining;

/// <summary>
/// The code by which members join a group: eight characters that are easy to read aloud. A typed code may differ in
/// case, look-alike characters, spaces and hyphens.
/// </summary>
internal static class JoinCode
{
    public const int Length = CodeText.Length;

    public static string Next() => CodeText.Next().Value;

    /// <summary>Reads a code that was typed or comes from a link; null where the text is not a code.</summary>
    public static string? Of(string? text) => CodeText.Of(text)?.Value;

    /// <summary>
    /// The form on pages and in links: two parts of four characters, with a hyphen between and no space.
    /// </summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";
}
