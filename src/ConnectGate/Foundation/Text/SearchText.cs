using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// Text folded for search: lower case, without diacritical marks, so that "jurgen" finds Jürgen on both databases.
/// </summary>
internal static class SearchText
{
    /// <summary>LIKE's escape character: it makes a wildcard an ordinary character.</summary>
    public const string Escape = "\\";

    private const int MostWords = 8;

    /// <summary>The first words of a search, folded.</summary>
    /// <param name="longest">Characters after this many are ignored.</param>
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

    /// <summary>The word with LIKE's wildcards escaped.</summary>
    public static string Escaped(string word) =>
        word.Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);

    /// <summary>The texts, folded and joined by line ends, which no search term contains.</summary>
    public static string Of(params IEnumerable<string> texts) =>
        string.Join('\n', texts.Where(text => text.Length > 0).Select(Fold));

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
