using System.Globalization;
using ConnectGate.Gate.Reading;
using ConnectGate.Gate.Reading.Text;
using Reasons = ConnectGate.Gate.Reading.Codes;

namespace ConnectGate.Learn;

/// <summary>
/// Logistic regression: the weights that make the notes of a corpus most likely to be what their labels say, kept small
/// so that a word met once says little. Stochastic gradient descent with a rate of its own for each weight (AdaGrad);
/// the same corpus gives the same weights.
/// </summary>
internal sealed class Learner
{
    private const int Rounds = 14;
    private const double Rate = 0.2;
    private const double Shrink = 0.002;

    /// <summary>Below this a weight is left out of the file.</summary>
    private const double Least = 0.04;

    /// <summary>
    /// What stands in fewer notes is not learnt from: it would explain its one note, and nothing else.
    /// </summary>
    private const int LeastNotes = 2;

    private readonly Dictionary<string, (double Weight, double Steps)> _weights = new(StringComparer.Ordinal);

    /// <summary>
    /// Learns from notes that are neither later copies nor unfilled templates: those the rules tell better.
    /// </summary>
    public static Learner Of(IEnumerable<LabelledNote> notes, NoteReader reader)
    {
        var corpus = notes
            .Where(note => note.Block is not null && !note.IsLaterCopy && note.Label != "placeholder")
            .Select(note => (note, features: reader.FeaturesOf(NoteTrial.WrittenOf(note.Note))))
            .ToArray();
        var learner = new Learner { Codes = CodesOf(corpus) };
        corpus = [.. corpus.Select(row => (row.note, learner.Known(row.features)))];
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

    /// <summary>
    /// For each feature the code of the notes that have it most often for their number, and how many notes have it.
    /// </summary>
    private Dictionary<string, (string Code, int Notes)> Codes { get; init; } = [];

    /// <summary>The file of weights, the weightiest first.</summary>
    public string ToFile() =>
        string.Concat(
            _weights
                .Where(weight => weight.Key[0] == '[' || Math.Abs(weight.Value.Weight) >= Least)
                .OrderBy(weight => weight.Key, StringComparer.Ordinal)
                .Select(weight =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{weight.Value.Weight:0.00}\t{(weight.Value.Weight > 0 && weight.Key[0] != '[' ? Codes[weight.Key].Code : CodeOfSign(weight.Key))}\t{weight.Key}\n"
                    )
                )
        );

    private static string CodeOfSign(string feature) =>
        feature switch
        {
            $"[{Section.Pitch}]" => Reasons.SalesPitch,
            $"[{Section.Blast}]" => Reasons.JobBlast,
            $"[{Section.Flattery}]" => Reasons.EmptyFlattery,
            $"[{Section.Stock}]" or $"[{Signs.FitsAnyone}]" => Reasons.StockSentence,
            $"[{Section.Abuse}]" => Reasons.Abuse,
            $"[{Signs.Link}]" => Reasons.BareLink,
            $"[{Section.Padding}]" or $"[{Signs.Mash}]" or $"[{Signs.Repetition}]" => Reasons.Padding,
            _ => "",
        };

    private IReadOnlyList<Feature> Known(IEnumerable<Feature> features) =>
        [.. features.Where(feature => !feature.IsWords || Codes[feature.Name].Notes >= LeastNotes)];

    private void Take(IReadOnlyCollection<Feature> all, double label)
    {
        var features = Features.Counting(all, name => _weights.GetValueOrDefault(name).Weight).ToList();
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

    private static Dictionary<string, (string, int)> CodesOf(
        IReadOnlyCollection<(LabelledNote Note, IReadOnlyList<Feature> Features)> corpus
    )
    {
        var sizes = corpus.CountBy(row => Code(row.Note)).ToDictionary(StringComparer.Ordinal);
        return corpus
            .SelectMany(row =>
                row.Features.Select(feature => feature.Name)
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => (Name: name, Code: Code(row.Note)))
            )
            .GroupBy(feature => feature.Name, StringComparer.Ordinal)
            .ToDictionary(
                feature => feature.Key,
                feature =>
                    (
                        feature
                            .Where(one => one.Code.Length > 0)
                            .CountBy(one => one.Code)
                            .OrderByDescending(code => (double)code.Value / sizes[code.Key])
                            .Select(code => code.Key)
                            .FirstOrDefault(""),
                        feature.Count()
                    ),
                StringComparer.Ordinal
            );
    }

    private static string Code(LabelledNote note) =>
        note switch
        {
            { Block: false } => "",
            { Label: "sales-pitch" } => Reasons.SalesPitch,
            { Label: "job-blast" } => Reasons.JobBlast,
            { Label: "abusive" } => Reasons.Abuse,
            { Label: "gibberish" } => Reasons.Padding,
            { Label: "link-only" } => Reasons.BareLink,
            _ => Reasons.StockSentence,
        };
}
