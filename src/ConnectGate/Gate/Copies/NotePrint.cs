using System.Runtime.InteropServices;

namespace ConnectGate.Gate.Copies;

/// <summary>
/// A fingerprint that recognises a note when its sender writes it again. It contains hashes of neighbouring word pairs,
/// without greeting, sign-off, names, numbers and the words of the recipient's own lines. Nobody can restore the words
/// from it. For a long note it is a sample.
/// </summary>
internal sealed class NotePrint
{
    /// <summary>The code for a note that its sender already sent to somebody else.</summary>
    public const string CopiedNote = "copied-note";

    /// <summary>The most pairs in a print. Only notes of more than about 750 characters have more.</summary>
    public const int MostPairs = 128;

    /// <summary>The most runs of three words in a print.</summary>
    public const int MostRuns = 32;

    /// <summary>The most runs that a sent note is found by.</summary>
    public const int MostKeys = 8;

    /// <summary>
    /// A note of at least this likeness is a copy. In measurements, mass letters had 0.6 and more, and genuine notes of
    /// one sender had 0.1 at most: see <c>docs/decisions</c>.
    /// </summary>
    public const double Copy = 0.55;

    /// <summary>
    /// A note of at least this likeness is made from a template. The limit is higher than <see cref="Copy"/>, because a
    /// template is short and a genuine note may begin like one.
    /// </summary>
    public const double OfTemplate = 0.6;

    /// <summary>The recipient is informed of at least this likeness.</summary>
    public const double Alike = 0.3;

    /// <summary>
    /// Notes with fewer pairs in common have the likeness 0: two short notes can share a phrase by chance.
    /// </summary>
    public const int LeastInCommon = 4;

    /// <summary>The refusal of a copied note. It quotes the whole note.</summary>
    /// <param name="note">The note as it was typed.</param>
    public static Refusal Refusal(string code, string? note) =>
        new(code, "note", Words.Of(code)) { Quote = new Quote("note", 0, note?.Length ?? 0, note ?? "") };

    private readonly uint[] _pairs;

    private NotePrint(uint[] pairs, long[] runs) =>
        (_pairs, Runs, Keys) = (pairs, runs, runs.Length > MostKeys ? runs[..MostKeys] : runs);

    /// <summary>
    /// The hashed word pairs, sorted. A long note keeps only the smallest hashes, which makes two samples comparable.
    /// </summary>
    public IReadOnlyList<uint> Pairs => _pairs;

    /// <summary>
    /// The hashed runs of three words for look-ups, sorted; a long note keeps only the smallest. Two different notes
    /// seldom share a run, and two notes with a likeness above a half share at least one.
    /// </summary>
    public IReadOnlyList<long> Runs { get; }

    /// <summary>The first runs. They are enough to find a print among the notes of one sender, or of a week.</summary>
    public IReadOnlyList<long> Keys { get; }

    /// <summary>Accepts any text. A text without words of its own resembles nothing.</summary>
    /// <param name="note">The note as it was typed.</param>
    /// <param name="senderName">The sender's name. Near the end of the note, the name and the words after it are the
    /// sign-off.</param>
    /// <param name="recipientNames">All names of the recipient.</param>
    /// <param name="recipientContext">The recipient's headline, for example with companies and places.</param>
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

    /// <summary>A hash of the whole print. It finds the same print even where all its runs are common.</summary>
    public long Whole => (long)_pairs.Aggregate((ulong)_pairs.Length, (whole, pair) => Mix((whole * Prime) + pair));

    /// <summary>Restores a print from <see cref="ToBytes"/>. The keys are needed only for a look-up.</summary>
    public static NotePrint Kept(byte[] pairs, IEnumerable<long>? keys = null) =>
        new(MemoryMarshal.Cast<byte, uint>(pairs).ToArray(), [.. keys ?? []]);

    /// <summary>The pairs for storage.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes<uint>(_pairs).ToArray();

    /// <summary>
    /// The likeness of two notes: 1 for the same, 0 for nothing in common, else the share of their word pairs that are
    /// in both (Dice's coefficient). So a long note that contains a short one is no copy of it, nor the reverse.
    /// </summary>
    public static double Likeness(NotePrint one, NotePrint other)
    {
        // The smallest hashes of the union are a fair sample of it. Where neither print was cut, they are the whole
        // union.
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

    // FNV-1a, because string.GetHashCode differs between processes.
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

    // SplitMix64's finalizer. Every bit must count: the smallest hashes are a fair sample only where the hashes are as
    // good as random.
    private static ulong Mix(ulong number)
    {
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
