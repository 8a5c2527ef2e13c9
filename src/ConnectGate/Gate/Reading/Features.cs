using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>Something that the lexicon has a weight for.</summary>
/// <param name="Name">What the file calls it.</param>
/// <param name="Value">How much of it there is.</param>
/// <param name="Specific">The number of the sentence it belongs to, where that was written for the recipient.</param>
internal readonly record struct Feature(string Name, double Value, int? Specific = null)
{
    /// <summary>Whether it is made of words of the note.</summary>
    public bool IsWords => Name[0] != '[';
}

/// <summary>
/// What a note is weighed by. Features are those of its sentences, added up: a sentence says the same whatever stands
/// around it, and one that was written for the recipient never speaks against its note.
/// </summary>
internal static class Features
{
    /// <summary>Every note has it.</summary>
    public const string Always = "[always]";

    private const string Name = "@name";
    private const string Number = "@number";
    private const string Begin = "^";

    // Longer words are also known by their first letters, which declension and conjugation leave alone.
    private const int Beginning = 5;

    // Keeps the weights of words in the range of the weights of phrases.
    private const double PerWord = 0.5;

    // More evidence of a kind than this says nothing more.
    private const double MostOfASign = 6;

    private static readonly string[] For = [Section.Known, Signs.OwnWord, Signs.Name];

    /// <summary>The features of a note.</summary>
    /// <param name="note">It.</param>
    /// <param name="given">What of it was given, not chosen.</param>
    /// <param name="evidence">What else was found for and against it.</param>
    /// <param name="specific">The sentences that were written for the recipient.</param>
    public static IEnumerable<Feature> Of(
        FoldedText note,
        Given given,
        IEnumerable<Evidence> evidence,
        IReadOnlySet<int> specific
    )
    {
        yield return new Feature(Always, 1);
        foreach (
            var sign in evidence
                .Where(found => found.Sign != Signs.Speak)
                .GroupBy(found => found.Sign, StringComparer.Ordinal)
        )
        {
            var weight = sign.Sum(found => found.Weight);
            yield return new Feature(
                $"[{sign.Key}]",
                For.Contains(sign.Key) ? Math.Log(1 + weight) : Math.Min(MostOfASign, weight) / 3
            );
        }

        foreach (var sentence in note.Words.GroupBy(word => word.Sentence))
        {
            foreach (var feature in OfSentence(sentence, given).Distinct(StringComparer.Ordinal))
            {
                yield return new Feature(feature, PerWord, specific.Contains(sentence.Key) ? sentence.Key : null);
            }
        }
    }

    /// <summary>
    /// The features that count: not those of a sentence that was written for the recipient and whose words, added up,
    /// would speak against the note.
    /// </summary>
    public static IEnumerable<Feature> Counting(IReadOnlyCollection<Feature> features, Func<string, double> weightOf)
    {
        var against = features
            .Where(feature => feature.Specific is not null)
            .GroupBy(feature => feature.Specific)
            .Where(sentence => sentence.Sum(feature => weightOf(feature.Name)) > 0)
            .Select(sentence => sentence.Key)
            .ToHashSet();
        return features.Where(feature => feature.Specific is null || !against.Contains(feature.Specific));
    }

    private static IEnumerable<string> OfSentence(IEnumerable<FoldedWord> sentence, Given given)
    {
        var before = Begin;
        foreach (var word in sentence)
        {
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
}
