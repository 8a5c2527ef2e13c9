using System.Globalization;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Learn;

/// <summary>
/// Logistic regression without an intercept, so a note of unknown words gets no leaning. The weights are kept small.
/// Only a word that occurs in several notes has a weight. The method is stochastic gradient descent with a rate for
/// each weight (AdaGrad). The same corpus always gives the same weights.
/// </summary>
internal sealed class Learner
{
    private const int Rounds = 8;
    private const double Rate = 0.5;
    private const double Shrink = 0.0005;

    /// <summary>Smaller weights are not written to the file.</summary>
    private const double Least = 0.6;

    /// <summary>The least number of notes that contain a word. A rarer word would explain only these notes.</summary>
    private const int LeastNotes = 25;

    /// <summary>
    /// How much a note for anybody counts beside a genuine one. Advice costs a genuine writer one press, so the weights
    /// may find more than they must.
    /// </summary>
    private const double NoteForAnybody = 2;

    private static readonly PhraseBook Book = PhraseBook.Load();

    private readonly Dictionary<string, (double Weight, double Steps)> _weights = new(StringComparer.Ordinal);

    /// <summary>Learns from labelled notes. Skips later copies and templates, because exact rules find these.</summary>
    public static Learner Of(IEnumerable<LabelledNote> notes)
    {
        var corpus = notes
            .Where(note => note.Block is not null && !note.IsLaterCopy && note.Label != "placeholder")
            .Select(note =>
            {
                var written = NoteTrial.WrittenOf(note.Note);
                var words = new Passage(Written.NoteField, written.Note, Book).Text.Words;
                return (
                    Label: note.Block == true ? 1.0 : 0,
                    Scale: Lexicon.Scale(words.Count),
                    Features: Lexicon.FeaturesOf(words, written.Given).Distinct(StringComparer.Ordinal).ToArray()
                );
            })
            .ToArray();
        var known = corpus
            .SelectMany(row => row.Features)
            .CountBy(feature => feature, StringComparer.Ordinal)
            .Where(feature => feature.Value >= LeastNotes)
            .Select(feature => feature.Key)
            .ToHashSet(StringComparer.Ordinal);
        corpus = [.. corpus.Select(row => row with { Features = [.. row.Features.Where(known.Contains)] })];
        var learner = new Learner();
#pragma warning disable S2245 // the same corpus must give the same weights
        var random = new Random(1);
#pragma warning restore S2245
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(corpus);
            foreach (var row in corpus)
            {
                learner.Take(row.Features, row.Scale, row.Label);
            }
        }

        return learner;
    }

    /// <summary>The text of the weights file, ordered by feature.</summary>
    public string ToFile() =>
        string.Concat(
            _weights
                .Where(weight => Math.Abs(weight.Value.Weight) >= Least)
                .OrderBy(weight => weight.Key, StringComparer.Ordinal)
                .Select(weight =>
                    string.Create(CultureInfo.InvariantCulture, $"{weight.Value.Weight:0.0}\t{weight.Key}\n")
                )
        );

    private void Take(string[] features, double scale, double label)
    {
        var odds = scale * features.Sum(feature => _weights.GetValueOrDefault(feature).Weight);
        var error = scale * ((1 / (1 + Math.Exp(-odds))) - label) * (label > 0 ? NoteForAnybody : 1);
        foreach (var feature in features)
        {
            var (weight, steps) = _weights.GetValueOrDefault(feature);
            var slope = error + (Shrink * weight);
            steps += slope * slope;
            _weights[feature] = (weight - (Rate * slope / Math.Sqrt(steps + 1e-6)), steps);
        }
    }
}
