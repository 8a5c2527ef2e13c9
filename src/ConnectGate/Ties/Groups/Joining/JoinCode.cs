namespace ConnectGate.Ties.Groups.Joining;

/// <summary>
/// What one joins a group by: a code that can be read out, kept as its eight characters. Case, look-alikes, blanks and
/// hyphens don't matter when it is typed.
/// </summary>
internal static class JoinCode
{
    /// <summary>How many characters it has.</summary>
    public const int Length = CodeText.Length;

    /// <summary>A new one.</summary>
    public static string Next() => CodeText.Next().Value;

    /// <summary>A code as it was typed or stands in a link; null where the text is none.</summary>
    public static string? Of(string? text) => CodeText.Of(text)?.Value;

    /// <summary>As it is shown and stands in a link: two parts of four, without a blank between.</summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..]}";
}
