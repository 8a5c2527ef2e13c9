using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// What speaks for a passage: phrases that only somebody with a reason writes, and words that somebody chose for this
/// letter.
/// </summary>
internal sealed class Specifics
{
    /// <summary>A word of the recipient's own lines: mail merge knows it too.</summary>
    public const double ContextWeight = 0.5;

    /// <summary>
    /// What a sentence must say by phrases of the lists, so that it counts as written for its recipient. Hints
    /// ("because") are less.
    /// </summary>
    private const double Enough = 2;

    private readonly Passage _passage;
    private readonly Given _given;
    private readonly PhraseBook _book;

    public Specifics(Passage passage, Given given, PhraseBook book)
    {
        (_passage, _given, _book) = (passage, given, book);
        var known = passage.Of(Section.Known);
        Known = [.. known.Select(passage.Evidence)];
        Own = OwnWords(out var withOwnWords);
        Sentences = withOwnWords.Intersect(Saying(known)).Except(Against()).Except(Repeating()).ToHashSet();
    }

    /// <summary>The phrases.</summary>
    public IReadOnlyList<Evidence> Known { get; }

    /// <summary>The words, each once, and the names among them.</summary>
    public IReadOnlyList<Evidence> Own { get; }

    /// <summary>How much all of it says.</summary>
    public double Weight => Known.Concat(Own).Sum(found => found.Weight);

    /// <summary>
    /// The sentences that were written for the recipient: with a phrase of the lists and a word of their own, and
    /// nothing against them. Which these are depends on the sentence alone, unless it stands there twice. None of them
    /// ever makes its note worse.
    /// </summary>
    public IReadOnlySet<int> Sentences { get; }

    private IEnumerable<int> Saying(IEnumerable<Found> known) =>
        known
            .GroupBy(SentenceOf)
            .Where(sentence => sentence.Sum(found => found.Phrase.Weight) >= Enough)
            .Select(sentence => sentence.Key);

    private IEnumerable<int> Against() =>
        _passage
            .Of(Section.Stock, Section.Flattery, Section.Pitch, Section.Blast, Section.Abuse, Section.Padding)
            .Select(SentenceOf);

    // Within itself, or another sentence.
    private IEnumerable<int> Repeating()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return _passage
            .Text.Words.GroupBy(word => word.Sentence, word => word.Text)
            .Where(sentence =>
                !seen.Add(string.Join(' ', sentence))
                || Padding.Repeats(sentence.Count(), sentence.Distinct(StringComparer.Ordinal).Count())
            )
            .Select(sentence => sentence.Key);
    }

    private List<Evidence> OwnWords(out HashSet<int> sentences)
    {
        var hollow = new HashSet<int>();
        foreach (var found in _passage.Of(Section.Stock, Section.Flattery))
        {
            hollow.UnionWith(Enumerable.Range(found.At, found.Count));
        }

        sentences = [];
        var own = new List<Evidence>();
        HashSet<string> words = new(StringComparer.Ordinal),
            names = new(StringComparer.Ordinal);
        foreach (
            var sentence in _passage.Text.Words.Select((word, at) => (word, at)).GroupBy(word => word.word.Sentence)
        )
        {
            var language = _book.LanguageOf([.. sentence.Select(word => word.word.Text)]);
            foreach (var (word, at) in sentence)
            {
                if (
                    hollow.Contains(at)
                    || _given.Names.Contains(word.Text)
                    || IsEveryday(word.Text, language)
                    || Padding.IsNoWord(word.Text, _book)
                )
                {
                    continue;
                }

                sentences.Add(sentence.Key);
                var inContext = _given.Context.Contains(word.Text);
                if (words.Add(word.Text))
                {
                    own.Add(Of(Signs.OwnWord, word, inContext ? ContextWeight : OwnWeight(word)));
                }

                if (word.Capital && !inContext && language?.CapitalisesNouns != true && names.Add(word.Text))
                {
                    own.Add(Of(Signs.Name, word, 1));
                }
            }
        }

        return own;
    }

    private Evidence Of(string sign, FoldedWord word, double weight) =>
        new(sign, _passage.Field, _passage.Text.Written(word), weight);

    private int SentenceOf(Found found) => _passage.Text.Words[found.At].Sentence;

    // A sentence too short to tell its language by is read as in any.
    private bool IsEveryday(string word, WordLists? language) => language?.IsEveryday(word) ?? _book.IsEveryday(word);

    // Where each character is a word, one says less.
    private static double OwnWeight(FoldedWord word) => word.IsDense ? 0.5 : 1;
}
