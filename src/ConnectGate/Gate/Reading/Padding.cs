using System.Collections.Frozen;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>Finds what only fills a field: no letters, the same words over and over, keys hit at random.</summary>
internal static class Padding
{
    // Neighbours on a keyboard. "Property" and German "wert" have four in a row by chance.
    private static readonly FrozenSet<string> KeyRows = FrozenSet.ToFrozenSet(
        [.. "asd sdf dfg fgh ghj hjk jkl qwe zxc xcv cvb vbn bnm lkj kjh jhg hgf gfd fds mnb nbv vcx ewq".Split(' ')],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> NoPairs = FrozenSet.ToFrozenSet(
        [.. "qw wq qk kq qj jq lq ql qx xq zx vq qv jx xj wj qz zq fq qf pq qp xz vj".Split(' ')],
        StringComparer.Ordinal
    );

    private const int Long = 60;

    // A B C D E F G H: so many single letters spell no word.
    private const int Spelt = 8;

    /// <summary>
    /// Each sign of padding, with its place in <see cref="FoldedText.Text"/>. A weight falls with every word that is
    /// one.
    /// </summary>
    public static IEnumerable<(string Sign, int Start, int Length, double Weight)> In(FoldedText text, PhraseBook book)
    {
        var words = text.Words;
        if (text.Links.Count == 0 && !words.Any(word => char.IsLetter(word.Text, 0)))
        {
            yield return (Signs.Mash, 0, text.Text.Length, 5);
            yield break;
        }

        if (words.Count >= Spelt && words.Count(word => word.Text.Length == 1 && !word.IsDense) * 4 > words.Count * 3)
        {
            yield return (Signs.Mash, words[0].Start, words[^1].Start + words[^1].Length - words[0].Start, 6);
        }

        var none = words.Count(word => IsNoWord(word.Text, book));
        if (none > 0 && (none * 2 > words.Count || (none >= 3 && none * 5 >= words.Count * 2)))
        {
            var first = words.First(word => IsNoWord(word.Text, book));
            yield return (Signs.Mash, first.Start, first.Length, Math.Min(6, 8.0 * none / words.Count));
        }

        var different = words.Select(word => word.Text).Distinct(StringComparer.Ordinal).Count();
        if (Repeats(words.Count, different) && words.Count(word => word.IsDense) * 2 < words.Count + different)
        {
            var end = words[Math.Min(words.Count, 2 * different) - 1];
            yield return (
                Signs.Repetition,
                words[0].Start,
                end.Start + end.Length - words[0].Start,
                Math.Min(6, 1.5 * words.Count / different)
            );
        }
    }

    // A long text has few different words by itself, and code has fewer.
    private static bool Repeats(int words, int different) => words >= 4 && words >= (words > Long ? 4 : 2) * different;

    /// <summary>Whether it is keys hit at random, one letter repeated, or a filler.</summary>
    public static bool IsNoWord(string word, PhraseBook book) =>
        book.Filler.Contains(word)
        || (char.IsAsciiLetter(word[0]) && word.Length >= 3 && (Stutters(word) || HitsKeys(word) || Chokes(word)));

    private static bool Stutters(string word) => word.Length >= 5 && word.Distinct().Count() <= 2;

    private static bool HitsKeys(string word)
    {
        var (rows, pairs) = (
            KeyRows.GetAlternateLookup<ReadOnlySpan<char>>(),
            NoPairs.GetAlternateLookup<ReadOnlySpan<char>>()
        );
        for (var at = 0; at + 2 <= word.Length; at++)
        {
            if (pairs.Contains(word.AsSpan(at, 2)) || (at + 3 <= word.Length && rows.Contains(word.AsSpan(at, 3))))
            {
                return true;
            }
        }

        return false;
    }

    // Six consonants in a row stand in hardly any language's words; "y" sounds as a vowel often enough to count as one.
    private static bool Chokes(string word)
    {
        var run = 0;
        foreach (var letter in word)
        {
            run = char.IsAsciiLetter(letter) && !"aeiouy".Contains(letter, StringComparison.Ordinal) ? run + 1 : 0;
            if (run >= 6)
            {
                return true;
            }
        }

        return false;
    }
}
