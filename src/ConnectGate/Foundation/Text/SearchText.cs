using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Text folded for search: lower case, without marks, so that "jurgen" finds Jürgen on both databases.
/// </summary>
internal static class SearchText
{
    /// <summary>What makes a wildcard an ordinary character; no folded word contains it unescaped.</summary>
    public const string Escape = "\\";

    private const int MostWords = 8;

    /// <summary>The words of a search, folded; the first few of them.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="longest">How many characters of it are looked at.</param>
    public static IReadOnlyList<string> Words(string? text, int longest)
    {
        var typed = VisibleText.Clean(text is { } all && all.Length > longest ? all[..longest] : text);
        return
        [
            .. Fold(typed)
                .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.TrimStart('@'))
                .Where(word => word.Length > 0)
                .Take(MostWords),
        ];
    }

    /// <summary>A word as LIKE finds it and nothing else.</summary>
    public static string Escaped(string word) =>
        word.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);

    /// <summary>The texts, folded and joined by line ends, which no search term contains.</summary>
    public static string Of(params IEnumerable<string> texts) =>
        string.Join('\n', texts.Where(text => text.Length > 0).Select(Fold));

    /// <summary>One text, folded.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(c)
                is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            )
            {
                folded.Append(char.ToLowerInvariant(char.IsWhiteSpace(c) ? ' ' : c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
