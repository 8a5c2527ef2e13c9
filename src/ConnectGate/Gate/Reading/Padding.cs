using System.Collections.Frozen;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>Finds what only fills a field: no letters, the same words over and over, keys hit at random.</summary>
internal static class Padding
{
    private static readonly FrozenSet<string> KeyRows = FrozenSet.ToFrozenSet(
        [
            "asd",
            "sdf",
            "dfg",
            "fgh",
            "ghj",
            "hjk",
            "jkl",
            "qwe",
            "zxc",
            "xcv",
            "cvb",
            "vbn",
            "bnm",
            "lkj",
            "kjh",
            "jhg",
            "hgf",
            "gfd",
            "fds",
            "mnb",
            "nbv",
            "vcx",
            "ewq",
        ],
        StringComparer.Ordinal
    );

    private static readonly FrozenSet<string> NoPairs = FrozenSet.ToFrozenSet(
        [
            "qw",
            "wq",
            "qk",
            "kq",
            "qj",
            "jq",
            "lq",
            "ql",
            "qx",
            "xq",
            "zx",
            "vq",
            "qv",
            "jx",
            "xj",
            "wj",
            "qz",
            "zq",
            "fq",
            "qf",
            "pq",
            "qp",
            "xz",
            "vj",
        ],
        StringComparer.Ordinal
    );

    /// <summary>What speaks for padding. Each weight falls with every further word that is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="specific">Its sentences that are no padding, whatever words they have in common with
    /// others.</param>
    /// <param name="book">What is known of words.</param>
    public static IEnumerable<(string Sign, string Found, double Weight)> In(
        FoldedText text,
        IReadOnlySet<int> specific,
        PhraseBook book
    )
    {
        var words = text.Words;
        if (text.Links.Count == 0 && !words.Any(word => char.IsLetter(word.Text, 0)))
        {
            yield return (Signs.Mash, "", 5);
            yield break;
        }

        var none = words.Count(word => IsNoWord(word.Text, book));
        if (none > 0 && (none * 2 > words.Count || (none >= 3 && none * 5 >= words.Count * 2)))
        {
            yield return (
                Signs.Mash,
                words.First(word => IsNoWord(word.Text, book)).Text,
                Math.Min(6, 8.0 * none / words.Count)
            );
        }

        var others = words.Where(word => !specific.Contains(word.Sentence)).Select(word => word.Text).ToList();
        var different = others.Distinct(StringComparer.Ordinal).Count();
        if (Repeats(others.Count, different))
        {
            yield return (Signs.Repetition, others[0], Math.Min(6, 1.5 * others.Count / different));
        }
    }

    /// <summary>Whether so many words of which so many are different say the same over and over.</summary>
    public static bool Repeats(int words, int different) => words >= 4 && words >= 2 * different;

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
