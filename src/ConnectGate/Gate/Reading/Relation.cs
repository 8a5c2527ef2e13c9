using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// A sign that sender and recipient share something: thanks for a named thing, a meeting, work, study, family, the
/// recipient's own work, a place and a year. It shields a note from every finding about phrases that fit anyone.
/// </summary>
internal static class Relation
{
    /// <summary>The weight that shields.</summary>
    public const double Shields = 3;

    /// <summary>"Thank you" can begin "thank you for the lamp".</summary>
    private const int JustThanks = 3;

    private static readonly string[] In = "in at near a en em i te bei aus from de ved".Split(' ');

    private static readonly string[] Because =
        "because weil denn schliesslich car parceque puisque porque pues pois perche poiche omdat fordi".Split(' ');

    /// <summary>A reason names at least this many things.</summary>
    private const int ThingsNamed = 2;

    public static IReadOnlyList<Evidence> Of(Passage note, Given given, PhraseBook book)
    {
        var stock = new bool[note.Text.Words.Count];
        foreach (var one in note.Of(Section.Stock, Section.Flattery, Section.Pitch, Section.Blast))
        {
            if (one.Phrase.Weight >= 1 || one.Count > JustThanks)
            {
                stock.AsSpan(one.At, one.Count).Fill(true);
            }
        }

        // "I saw your profile" is no "I saw your …".
        List<Evidence> found =
        [
            .. note.Of(Section.Known)
                .Where(found => found.Phrase.Weight > 1 && !stock.AsSpan(found.At, found.Count).Contains(true))
                .DistinctBy(found => found.Phrase)
                .Select(note.Evidence),
        ];
        foreach (var sentence in note.Text.Words.Index().GroupBy(word => word.Item.Sentence))
        {
            // "Because we help firms like yours" is no reason.
            var reason = sentence.SkipWhile(word => !Because.Contains(word.Item.Text)).ToList();
            var chosen = ChosenWords.In(reason.Select(word => word.Item), given, book).Take(ThingsNamed);
            if (chosen.Count() == ThingsNamed && !reason.Exists(word => stock[word.Index]))
            {
                var (start, last) = (reason[0].Item.Start, reason[^1].Item);
                found.Add(new Evidence(Section.Known, Shields, note, start, last.Start + last.Length - start));
            }

            var words = sentence.Select(word => word.Item).ToList();
            if (
                words.Zip(words.Skip(1)).Any(pair => In.Contains(pair.First.Text) && pair.Second.Capital)
                && words.FirstOrDefault(word => IsPastYear(word.Text)) is { Length: > 0 } year
            )
            {
                found.Add(new Evidence(Section.Known, Shields, note, year.Start, year.Length));
            }
        }

        return found;
    }

    // Copyright lines and awards name the year of the day.
    private static bool IsPastYear(string word) =>
        word.Length == 4
        && int.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var year)
        && year is > 1930 and < 2024;
}
