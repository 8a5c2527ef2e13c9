using System.Globalization;
using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using Reasons = ConnectGate.Gate.Reading.Codes;

namespace ConnectGate.Learn;

/// <summary>
/// Logistic regression: the weights that make the notes of a corpus most likely to be what their labels say, kept small so that a word met once says
/// little. Stochastic gradient descent with a rate of its own for each weight (AdaGrad); the same corpus gives the same weights.
/// </summary>
internal sealed class Learner
{
    private const int Rounds = 14;
    private const double Rate = 0.2;
    private const double Shrink = 0.0005;

    /// <summary>Below this a weight is left out of the file, and below this number of notes a feature.</summary>
    private const double Least = 0.04;
    private const int LeastNotes = 2;

    private readonly Dictionary<string, (double Weight, double Steps)> _weights = new(StringComparer.Ordinal);

    /// <summary>Learns from notes that are no later copies, placeholders or bare links: those the rules tell better.</summary>
    public static Learner Of(IEnumerable<LabelledNote> notes, NoteReader reader)
    {
        var corpus = notes.Where(note => note.Block is not null && !note.IsLaterCopy && note.Label is not ("placeholder" or "link-only"))
            .Select(note => (note, features: reader.FeaturesOf(NoteTrial.WrittenOf(note.Note)).ToArray())).ToArray();
        var learner = new Learner { Codes = CodesOf(corpus) };
#pragma warning disable S2245 // the same corpus is to give the same weights
        var random = new Random(1);
#pragma warning restore S2245
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(corpus);
            foreach (var (note, features) in corpus)
            {
                learner.Take(features, note.Block == true ? 1 : 0);
            }
        }

        return learner;
    }

    /// <summary>For each feature the code of the notes that have it most often for their number, and how many notes have it.</summary>
    private Dictionary<string, (string Code, int Notes)> Codes { get; init; } = [];

    /// <summary>The file of weights, the weightiest first.</summary>
    public string ToFile() => string.Concat(_weights
        .Where(weight => weight.Key[0] == '[' || (Math.Abs(weight.Value.Weight) >= Least && Codes[weight.Key].Notes >= LeastNotes))
        .OrderBy(weight => weight.Key, StringComparer.Ordinal)
        .Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Value.Weight:0.00}\t{(weight.Value.Weight > 0 && weight.Key[0] != '[' ? Codes[weight.Key].Code : CodeOfSign(weight.Key))}\t{weight.Key}\n")));

    private static string CodeOfSign(string feature) => feature switch
    {
        $"[{Section.Pitch}]" => Reasons.SalesPitch,
        $"[{Section.Blast}]" => Reasons.JobBlast,
        $"[{Section.Flattery}]" => Reasons.EmptyFlattery,
        $"[{Section.Stock}]" or $"[{Signs.FitsAnyone}]" => Reasons.StockSentence,
        $"[{Section.Abuse}]" => Reasons.Abuse,
        $"[{Section.Padding}]" or $"[{Signs.Mash}]" or $"[{Signs.Repetition}]" => Reasons.Padding,
        _ => "",
    };

    private void Take(Feature[] features, double label)
    {
        var odds = features.Sum(feature => _weights.GetValueOrDefault(feature.Name).Weight * feature.Value);
        var error = (1 / (1 + Math.Exp(-odds))) - label;
        foreach (var feature in features)
        {
            var (weight, steps) = _weights.GetValueOrDefault(feature.Name);
            var slope = (error * feature.Value) + (feature.IsWords ? Shrink * weight : 0);
            steps += slope * slope;
            _weights[feature.Name] = (weight - (Rate * slope / Math.Sqrt(steps + 1e-6)), steps);
        }
    }

    private static Dictionary<string, (string, int)> CodesOf(IReadOnlyCollection<(LabelledNote Note, Feature[] Features)> corpus)
    {
        var sizes = corpus.CountBy(row => Code(row.Note)).ToDictionary(StringComparer.Ordinal);
        return corpus.SelectMany(row => row.Features.Select(feature => (feature.Name, Code: Code(row.Note))))
            .GroupBy(feature => feature.Name, StringComparer.Ordinal)
            .ToDictionary(
                feature => feature.Key,
                feature => (feature.Where(one => one.Code.Length > 0).CountBy(one => one.Code).OrderByDescending(code => (double)code.Value / sizes[code.Key]).Select(code => code.Key).FirstOrDefault(""), feature.Count()),
                StringComparer.Ordinal);
    }

    private static string Code(LabelledNote note) => note switch
    {
        { Block: false } => "",
        { Label: "sales-pitch" } => Reasons.SalesPitch,
        { Label: "job-blast" } => Reasons.JobBlast,
        { Label: "abusive" } => Reasons.Abuse,
        { Label: "gibberish" } => Reasons.Padding,
        _ => Reasons.StockSentence,
    };
}
