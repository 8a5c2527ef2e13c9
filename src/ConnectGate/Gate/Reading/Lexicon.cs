using System.Collections.Frozen;
using System.Globalization;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Learnt weights of words: a logistic regression over the words of a note, their beginnings and pairs of neighbours.
/// The weights are a file that a person can read, <c>Gate/Phrases/learnt.tsv</c>, made by <c>eng/ConnectGate.Learn</c>.
/// They only advise: a courteous genuine note is too similar to a note for anybody.
/// </summary>
internal sealed class Lexicon
{
    private const string Name = "@name";
    private const string Number = "@number";
    private const string Begin = "^";

    // Declension and conjugation leave a long word's first letters alone.
    private const int Beginning = 5;

    // A short note says little, so the sum grows less than with the root of its length.
    private const int Short = 20;

    private static readonly Lazy<Lexicon> Own = new(ReadOwn);

    private readonly FrozenDictionary<string, double> _weights;

    private Lexicon(Dictionary<string, double> weights) =>
        _weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The weights that come with ConnectGate, read once in a process.</summary>
    public static Lexicon Load() => Own.Value;

    /// <summary>Reads weights: a line each, the weight and the feature, with a tab between.</summary>
    public static Lexicon Parse(string text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var weight, var feature])
            {
                weights.Add(feature, double.Parse(weight, CultureInfo.InvariantCulture));
            }
        }

        return new Lexicon(weights);
    }

    /// <summary>
    /// The sentence that reads most like a note for anybody; null where the note as a whole does not, or where its
    /// language has no lists.
    /// </summary>
    public Evidence? Lean(Passage note, Given given, PhraseBook book)
    {
        var words = note.Text.Words;
        var leaning =
            FeaturesOf(words, given)
                .Distinct(StringComparer.Ordinal)
                .Sum(feature => _weights.GetValueOrDefault(feature)) * Scale(words.Count);
        if (leaning < NoteReader.LeaningLimit || book.LanguageOf([.. words.Select(word => word.Text)]) is null)
        {
            return null;
        }

        var sentence = words
            .GroupBy(word => word.Sentence)
            .MaxBy(sentence => FeaturesOf([.. sentence], given).Sum(feature => _weights.GetValueOrDefault(feature)))!
            .ToList();
        var (first, last) = (sentence[0], sentence[^1]);
        return new Evidence(Signs.Leaning, leaning, note, first.Start, last.Start + last.Length - first.Start);
    }

    /// <summary>How much one unit of weight says in a note of so many words.</summary>
    public static double Scale(int words) => 1 / Math.Sqrt((2.5 * words) + Short);

    /// <summary>Everything in the words that can have a weight.</summary>
    public static IEnumerable<string> FeaturesOf(IReadOnlyList<FoldedWord> words, Given given)
    {
        var (before, sentence) = (Begin, -1);
        foreach (var word in words)
        {
            before = word.Sentence == sentence ? before : Begin;
            sentence = word.Sentence;
            var text =
                given.Names.Contains(word.Text) ? Name
                : char.IsDigit(word.Text[0]) ? Number
                : word.Text;
            yield return text;
            yield return $"{before} {text}";
            if (text.Length > Beginning)
            {
                yield return $"{text[..Beginning]}*";
            }

            before = text;
        }
    }

    private static Lexicon ReadOwn()
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("Phrases/learnt.tsv")!);
        return Parse(reader.ReadToEnd());
    }
}
