using System.Runtime.InteropServices;

namespace ConnectGate.Gate.Copies;

/// <summary>
/// What a note is recognised by when it is written again: the pairs of neighbouring words that are left when greeting,
/// sign-off, names, numbers and the words of the recipient's own lines are taken out, each as a number. Words can't be
/// read back from it; of a long note it is a sample.
/// </summary>
internal sealed class NotePrint
{
    /// <summary>The code of a note that is one its sender wrote to somebody else before.</summary>
    public const string CopiedNote = "copied-note";

    /// <summary>How many pairs are kept; only notes of more than about 750 characters have more.</summary>
    public const int MostPairs = 128;

    /// <summary>How many runs of three words are kept.</summary>
    public const int MostRuns = 32;

    /// <summary>How many of them a sent note is found by.</summary>
    public const int MostKeys = 8;

    /// <summary>
    /// From this likeness on a note is a copy. Blasts had 0.6 and more, genuine notes of one sender 0.1 at most:
    /// <c>docs/decisions</c>.
    /// </summary>
    public const double Copy = 0.55;

    /// <summary>
    /// From this likeness on a note is made from a template. A template is short, and a genuine note may begin like
    /// one.
    /// </summary>
    public const double OfTemplate = 0.6;

    /// <summary>From this likeness on the recipient is told.</summary>
    public const double Alike = 0.3;

    /// <summary>
    /// Two short notes have a turn of phrase in common by chance; with fewer pairs in common than that they are not
    /// alike at all.
    /// </summary>
    public const int LeastInCommon = 4;

    /// <summary>The refusal of a note that is a copy; it quotes the whole of it.</summary>
    /// <param name="code">Of what it is one.</param>
    /// <param name="note">The note, as it was typed.</param>
    public static Refusal Refusal(string code, string? note) =>
        new(code, "note", Words.Of(code)) { Quote = new Quote("note", 0, note?.Length ?? 0, note ?? "") };

    private readonly uint[] _pairs;

    private NotePrint(uint[] pairs, long[] runs) =>
        (_pairs, Runs, Keys) = (pairs, runs, runs.Length > MostKeys ? runs[..MostKeys] : runs);

    /// <summary>
    /// The pairs of words, sorted; the smallest of them where there are many, which makes two samples comparable.
    /// </summary>
    public IReadOnlyList<uint> Pairs => _pairs;

    /// <summary>
    /// What to look it up by: runs of three words, which two different notes seldom share and two notes of likeness
    /// above a half can't be without. Sorted, the smallest where there are many.
    /// </summary>
    public IReadOnlyList<long> Runs { get; }

    /// <summary>The first of them: enough to find it among the notes of one sender, or of a week.</summary>
    public IReadOnlyList<long> Keys { get; }

    /// <summary>
    /// The print of a note; any text has one, and one that says nothing of its own resembles nothing.
    /// </summary>
    /// <param name="note">As it was typed.</param>
    /// <param name="senderName">Who writes; their name and what stands after it at the end is the sign-off.</param>
    /// <param name="recipientNames">All names of the recipient.</param>
    /// <param name="recipientContext">Their headline: companies, places.</param>
    public static NotePrint Of(
        string? note,
        string? senderName = null,
        IEnumerable<string>? recipientNames = null,
        string? recipientContext = null
    )
    {
        var words = OwnWords.Of(note, senderName, recipientNames ?? [], recipientContext).Select(Hash).ToArray();
        return new NotePrint(
            Smallest(RunsOf(words, 2).Select(run => (uint)(run >> 32)), MostPairs),
            Smallest(RunsOf(words, 3).Select(run => (long)run), MostRuns)
        );
    }

    /// <summary>A number that only the same print has; to find it however common its runs are.</summary>
    public long Whole => (long)_pairs.Aggregate((ulong)_pairs.Length, (whole, pair) => Mix((whole * Prime) + pair));

    /// <summary>A print that was kept as <see cref="ToBytes"/>; its keys, where it is to be looked up by.</summary>
    public static NotePrint Kept(byte[] pairs, IEnumerable<long>? keys = null) =>
        new(MemoryMarshal.Cast<byte, uint>(pairs).ToArray(), [.. keys ?? []]);

    /// <summary>Its pairs, to be kept.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes<uint>(_pairs).ToArray();

    /// <summary>
    /// How alike two notes are: 1 for the same, 0 for nothing in common, else the share of the word pairs of the two
    /// that stand in both (Dice's coefficient), so that neither a long note that holds a short one nor the reverse
    /// counts as a copy of it.
    /// </summary>
    public static double Likeness(NotePrint one, NotePrint other)
    {
        // The smallest numbers of the union are a fair sample of it; where neither print was cut, it is the whole.
        var (a, b) = (one._pairs, other._pairs);
        var most = a.Length == MostPairs || b.Length == MostPairs ? MostPairs : int.MaxValue;
        var (i, j, seen, common) = (0, 0, 0, 0);
        while ((i < a.Length || j < b.Length) && seen < most)
        {
            var order =
                i == a.Length ? 1
                : j == b.Length ? -1
                : a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }

        return common < LeastInCommon ? 0 : 2.0 * common / (seen + common);
    }

    private static T[] Smallest<T>(IEnumerable<T> numbers, int most) => [.. numbers.Distinct().Order().Take(most)];

    private static IEnumerable<ulong> RunsOf(ulong[] words, int length)
    {
        for (var at = 0; at + length <= words.Length; at++)
        {
            var run = 0UL;
            for (var word = at; word < at + length; word++)
            {
                run = Mix((run * Prime) + words[word]);
            }

            yield return run;
        }
    }

    // FNV-1a; string.GetHashCode is another in every process.
    private const ulong Prime = 1099511628211;

    private static ulong Hash(string word)
    {
        var hash = 14695981039346656037;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * Prime;
        }

        return hash;
    }

    // SplitMix64's finalizer: every bit counts, since the smallest are a sample only when they are as good as drawn by
    // lot.
    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
