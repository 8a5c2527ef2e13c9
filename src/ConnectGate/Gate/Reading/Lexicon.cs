using System.Collections.Frozen;
using System.Globalization;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// How much words say, learnt from labelled notes: a logistic regression over the words of a note, their beginnings, pairs of neighbours, and the other evidence. Its
/// weights are a file that a person can read, <c>Gate/Phrases/learnt.tsv</c>, made by <c>eng/ConnectGate.Learn</c>; every one that counts in a note is told as evidence.
/// </summary>
internal sealed class Lexicon
{
    private static readonly Lazy<Lexicon> Own = new(ReadOwn);

    private readonly FrozenDictionary<string, Entry> _entries;

    private Lexicon(Dictionary<string, Entry> entries) => _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The weights that come with ConnectGate, read once in a process.</summary>
    public static Lexicon Load() => Own.Value;

    /// <summary>Reads weights: a line each, the weight, the code it hints at, the feature, with tabs between.</summary>
    public static Lexicon Parse(string text)
    {
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is [var weight, var code, var feature])
            {
                entries.Add(feature, new Entry(double.Parse(weight, CultureInfo.InvariantCulture), code));
            }
        }

        return new Lexicon(entries);
    }

    /// <summary>Weighs a note.</summary>
    /// <param name="features">What <see cref="Features.Of"/> found in it.</param>
    /// <returns>The logarithm of the odds that it is no personal note, the code that fits it best, and what counted.</returns>
    public Leaning Weigh(IReadOnlyCollection<Feature> features)
    {
        var odds = 0.0;
        var codes = new Dictionary<string, double>(StringComparer.Ordinal);
        var counted = new List<(string Found, double Weight)>();
        foreach (var feature in Features.Counting(features, name => _entries.TryGetValue(name, out var entry) ? entry.Weight : 0))
        {
            if (!_entries.TryGetValue(feature.Name, out var entry))
            {
                continue;
            }

            var weight = entry.Weight * feature.Value;
            odds += weight;
            if (weight > 0)
            {
                codes[entry.Code] = codes.GetValueOrDefault(entry.Code) + weight;
            }

            if (feature.IsWords)
            {
                counted.Add((feature.Name, weight));
            }
        }

        codes.Remove("");
        return new Leaning(odds, codes.Count > 0 ? codes.MaxBy(code => code.Value).Key : Codes.StockSentence, counted);
    }

    private static Lexicon ReadOwn()
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("Phrases/learnt.tsv")!);
        return Parse(reader.ReadToEnd());
    }

    private readonly record struct Entry(double Weight, string Code);
}

/// <summary>Which way the words of a note lean.</summary>
/// <param name="Odds">The logarithm of the odds that it is no personal note.</param>
/// <param name="Code">What it would be refused for.</param>
/// <param name="Counted">The words, beginnings of words and pairs that counted, with their weights.</param>
internal sealed record Leaning(double Odds, string Code, IReadOnlyList<(string Found, double Weight)> Counted);
