using System.Globalization;
using System.Text;
using ConnectGate.Foundation.Text.Characters;

namespace ConnectGate.Foundation.Text.Names;

/// <summary>The letters that stand for a person beside their name.</summary>
public static class Initials
{
    /// <summary>
    /// The first user-perceived characters of the first and the last word. One where the script has no capitals:
    /// Arabic letters would join, and two Chinese ones would read as a word. A name without letters gives its first
    /// character.
    /// </summary>
    /// <param name="name">A name in any script; empty gives an empty text.</param>
    public static string Of(string name)
    {
        var clean = VisibleText.Clean(name);
        var words = clean
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => Rune.IsLetter(FirstRune(word)))
            .ToArray();
        if (words.Length == 0)
        {
            return Clusters.First(clean, 1).ToString();
        }

        var (first, last) = (FirstOf(words[0]), FirstOf(words[^1]));
        return words.Length > 1 && HasCapitals(first) && HasCapitals(last) ? first + last : first;
    }

    private static string FirstOf(string word) =>
        Clusters.First(word, 1).ToString().ToUpper(CultureInfo.InvariantCulture);

    private static bool HasCapitals(string cluster) =>
        Rune.GetUnicodeCategory(FirstRune(cluster))
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.TitlecaseLetter;

    private static Rune FirstRune(string text) =>
        Rune.TryGetRuneAt(text, 0, out var rune) ? rune : Rune.ReplacementChar;
}
