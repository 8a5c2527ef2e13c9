using System.Collections.Frozen;
using System.Globalization;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// How much words say, learnt from labelled notes: a logistic regression over the words of a note, their beginnings,
/// pairs of neighbours, and the other evidence. Its weights are a file that a person can read,
/// <c>Gate/Phrases/learnt.tsv</c>, made by <c>eng/ConnectGate.Learn</c>; every one that counts in a note is told as
/// evidence.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Own = new(ReadOwn);

    private readonly FrozenDictionary<string, double> _weights;

    private Lexicon(Dictionary<string, double> weights) =>
        _weights = weights.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The weights that come with ConnectGate, read once in a process.</summary>
    public static Lexicon Load() => Own.Value;

    /// <summary>Reads weights: a line each, the weight, the code it hints at, the feature, with tabs between.</summary>
    public static Lexicon Parse(string text)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var weight, _, var feature])
            {
                weights.Add(feature, double.Parse(weight, CultureInfo.InvariantCulture));
            }
        }

        return new Lexicon(weights);
    }

    /// <summary>Weighs a note.</summary>
    /// <param name="features">What <see cref="Features.Of"/> found in it.</param>
    /// <returns>The logarithm of the odds that it is no personal note, and what counted.</returns>
    public Leaning Weigh(IReadOnlyCollection<Feature> features)
    {
        var odds = 0.0;
        var counted = new List<(string Found, double Weight)>();
        foreach (var feature in Features.Counting(features, name => _weights.GetValueOrDefault(name)))
        {
            if (!_weights.TryGetValue(feature.Name, out var perUnit))
            {
                continue;
            }

            var weight = perUnit * feature.Value;
            odds += weight;
            if (feature.IsWords)
            {
                counted.Add((feature.Name, weight));
            }
        }

        return new Leaning(odds, counted);
    }

    private static Lexicon ReadOwn()
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("Phrases/learnt.tsv")!);
        return Parse(reader.ReadToEnd());
    }
}

/// <summary>Which way the words of a note lean.</summary>
/// <param name="Odds">The logarithm of the odds that it is no personal note.</param>
/// <param name="Counted">The words, beginnings of words and pairs that counted, with their weights.</param>
internal sealed record Leaning(double Odds, IReadOnlyList<(string Found, double Weight)> Counted);
