using System.Globalization;
using System.Text;

namespace ConnectGate.Members;

/// <summary>Text folded for search: lower case, without marks, so that "jurgen" finds Jürgen on both databases.</summary>
internal static class SearchText
{
    /// <summary>The texts, folded and joined by line ends, which no search term contains.</summary>
    public static string Of(params IEnumerable<string> texts) => string.Join('\n', texts.Where(text => text.Length > 0).Select(Fold));

    /// <summary>One text, folded.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                folded.Append(char.ToLowerInvariant(char.IsWhiteSpace(c) ? ' ' : c));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
