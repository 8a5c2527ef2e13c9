using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Reads a letter as its recipient would. It refuses only what it can quote, and advises where the letter merely reads
/// as if it could have been written to anyone.
/// </summary>
internal sealed class NoteReader(PhraseBook book, Lexicon lexicon)
{
    /// <summary>A phrase of this weight refuses alone.</summary>
    public const double Certain = 3;

    /// <summary>A threat or a slur. Other phrases of that list only add up to advice.</summary>
    public const double AbuseLimit = 5;

    /// <summary>The learnt leaning from which the writer is advised.</summary>
    public const double LeaningLimit = 0.01;

    /// <summary>
    /// Phrases that are likely refuse together from this sum on, and advise from <see cref="Likely"/> on.
    /// </summary>
    private const double Together = 4;
    private const double Likely = 2;

    /// <summary>A long letter says much, so with so many words more the sum must be greater by one.</summary>
    private const int WordsForOne = 60;

    /// <summary>Phrases of a pitch refuse if their sum outweighs the signs of a relation by as much.</summary>
    private const double Outweighs = 5;

    /// <summary>A lower weight proves nothing: greetings, thanks, good wishes.</summary>
    private const double Hint = 1;

    /// <summary>Hints add up to no more than this.</summary>
    private const double MostOfHints = 2;

    /// <summary>A link with no more everyday words than these beside it is bare.</summary>
    private const int FewBesideALink = 8;

    /// <summary>A sentence of no more words than these is a greeting or a signature.</summary>
    private const int FewWords = 3;

    /// <summary>What fills the slots of a stock letter: a company, an industry.</summary>
    private const int FewChosen = 2;

    /// <summary>Two phrases of padding make a text padding, whatever else it says.</summary>
    private const double CertainlyPadding = 8;

    private static readonly string[] FitAnyone = [Section.Stock, Section.Flattery, Section.Pitch, Section.Blast];

    /// <summary>Reads a whole letter.</summary>
    public Reading Read(Written written)
    {
        var note = new Passage(Written.NoteField, written.Note, book);
        Passage[] all = [note, .. written.Beside.Select(field => new Passage(field.Field, field.Text, book))];
        var relation = Relation.Of(note, written.Given, book);
        var known = relation.Sum(found => found.Weight);
        var shield = known >= Relation.Shields;
        List<Evidence> abuse = [.. all.SelectMany(passage => Phrases(passage, Section.Abuse))],
            fits = [.. all.SelectMany(passage => Phrases(passage, passage == note ? FitAnyone : FitAnyone[2..]))];
        var blanks = all.SelectMany(BlanksOf).Take(1).ToList();
        var links = BareLinks(note, written.Given, shield).Take(1).ToList();
        var padding = all.SelectMany(passage => PaddingOf(passage, written.Given)).Take(1).ToList();
        var pitched = fits.Where(found => found.Sign is Section.Pitch or Section.Blast).ToList();
        var leaning = shield ? null : lexicon.Lean(note, written.Given, book);

        var refusals = new List<Remark>();
        Add(refusals, Codes.Abuse, abuse.Where(found => found.Weight >= AbuseLimit));
        Add(refusals, Codes.UnfilledPlaceholder, blanks);
        Add(refusals, Codes.BareLink, links);
        Add(refusals, Codes.Padding, padding);
        var refusable = fits.Where(found => !IsWelcome(found.Sign, written)).ToList();
        if (
            refusals.Count == 0
            && (
                shield
                    ? Strength(pitched.Where(found => !IsWelcome(found.Sign, written)))
                        >= Math.Max(known + Outweighs, Proof(note))
                    : IsProof(note, refusable, written.Given) || IsNothingElse(note, refusable, written.Given)
            )
        )
        {
            var proof = shield ? [.. refusable.Intersect(pitched)] : refusable;
            Add(refusals, CodeOf(proof), proof.Where(found => found.Sign == KindOf(proof)));
        }

        var advice = new List<Remark>();
        if (refusals.Count == 0)
        {
            Add(advice, Codes.SoundsUnkind, abuse.Sum(found => found.Weight) >= AbuseLimit - 1 ? abuse : []);
            var isPitch = Strength(pitched, MostOfHints) >= Math.Max(Likely, known);
            Add(advice, Codes.SoundsLikeAPitch, isPitch ? pitched : []);
            var hollow = fits.Except(pitched).ToList();
            Add(
                advice,
                Codes.SoundsStock,
                isPitch ? []
                    : Strength(hollow, MostOfHints) >= Math.Max(Likely, known) ? hollow
                    : leaning is null ? []
                    : [leaning]
            );
        }

        return new Reading(
            [
                .. abuse,
                .. blanks,
                .. links,
                .. padding,
                .. fits,
                .. leaning is null ? [] : new[] { leaning },
                .. relation,
            ],
            refusals,
            advice
        );
    }

    /// <summary>
    /// Reads a line that strangers see though it is no letter: a display name, a headline, a reply. Refuses threats and
    /// slurs alone, because a profile may say what its owner sells.
    /// </summary>
    /// <returns>The finding; null where there is nothing against it.</returns>
    public Remark? ReadLine(string? text, string field)
    {
        var line = new Passage(field, text ?? "", book);
        return Phrases(line, Section.Abuse).Find(found => found.Weight >= AbuseLimit) is { } threat
            ? new Remark(Codes.Abuse, threat.Quote)
            : null;
    }

    private static void Add(List<Remark> remarks, string code, IEnumerable<Evidence> evidence)
    {
        if (evidence.MaxBy(found => found.Weight) is { } strongest)
        {
            remarks.Add(new Remark(code, strongest.Quote));
        }
    }

    private static double Proof(Passage note) => Together + (note.Text.Words.Count / WordsForOne);

    // Praise alone proves nothing where it praises a thing.
    private bool IsProof(Passage note, IReadOnlyCollection<Evidence> found, Given given) =>
        Strength(found) >= Proof(note)
        || found.Any(one => one.Weight >= (one.Sign == Section.Stock ? Certain : Together))
        || (
            found.Any(one => one.Sign == Section.Flattery && one.Weight >= Certain)
            && ChosenWords.In(note.Text.Words, given, book).Take(FewChosen + 1).Count() <= FewChosen
        );

    // Each sentence is a stock one or a greeting, and hardly a word was chosen for this letter.
    private bool IsNothingElse(Passage note, List<Evidence> found, Given given)
    {
        var hollow = found.Where(one => one.Sign is Section.Stock or Section.Flattery && one.Weight >= Hint).ToList();
        if (!hollow.Exists(one => one.Sign == Section.Stock || one.Weight >= Certain))
        {
            return false; // "I like your posts" names them
        }

        var said = note.Of(FitAnyone).Select(one => note.Text.Words[one.At].Sentence).ToHashSet();
        var most = hollow.Sum(one => one.Weight) switch
        {
            >= Certain => FewChosen,
            >= Likely => 1,
            _ => 0,
        };
        return note.Text.Words.GroupBy(word => word.Sentence)
                .All(one => said.Contains(one.Key) || one.Count() <= FewWords)
            && ChosenWords.In(note.Text.Words, given, book).Take(most + 1).Count() <= most;
    }

    private static bool IsWelcome(string sign, Written written) =>
        (sign == Section.Pitch && written.OffersWelcome)
        || (sign == Section.Blast && (written.JobsWelcome || written.OffersWelcome));

    // Hints add up to a little advice, and refuse nothing.
    private static double Strength(IEnumerable<Evidence> evidence, double mostOfHints = 0)
    {
        var (sum, hints) = (0.0, 0.0);
        foreach (var found in evidence)
        {
            if (found.Weight > Hint)
            {
                sum += found.Weight;
            }
            else if (found.Weight >= Hint)
            {
                hints += Hint;
            }
        }

        return sum + Math.Min(mostOfHints, hints);
    }

    private static string KindOf(List<Evidence> found) =>
        found.GroupBy(one => one.Sign, StringComparer.Ordinal).MaxBy(kind => kind.Sum(one => one.Weight))!.Key;

    private static string CodeOf(List<Evidence> found) =>
        KindOf(found) switch
        {
            Section.Pitch => Codes.SalesPitch,
            Section.Blast => Codes.JobBlast,
            Section.Flattery => Codes.EmptyFlattery,
            _ => Codes.StockSentence,
        };

    private static List<Evidence> Phrases(Passage passage, params ReadOnlySpan<string> sections) =>
        [.. passage.Of(sections).DistinctBy(found => found.Phrase).Select(passage.Evidence)];

    private IEnumerable<Evidence> BlanksOf(Passage passage) =>
        Blanks
            .In(passage.Text, book)
            .Select(blank => passage.Evidence(Signs.Blank, blank.Start, blank.Length, Certain));

    private List<Evidence> BareLinks(Passage note, Given given, bool shield)
    {
        var links = note
            .Text.Links.Select(link => note.Evidence(Signs.Link, link.Start, link.Length, Certain))
            .ToList();
        var few = note.Text.Words.Count switch
        {
            <= 1 => true,
            <= FewBesideALink => links.Exists(IsWritten)
                && ChosenWords.In(note.Text.Words, given, book).Take(2).Count() <= 1,
            _ => false,
        };
        return few && !shield ? links : [];

        // "You can link to example.org too" only names a place.
        bool IsWritten(Evidence link) =>
            note.Text.Text.AsSpan(link.Start, link.Length) is var written
            && (
                written.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                || written.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
                || note.Text.Words.Count < FewWords
            );
    }

    private IEnumerable<Evidence> PaddingOf(Passage passage, Given given)
    {
        var found = Padding.In(passage.Text, book).ToList();
        var phrases = Phrases(passage, Section.Padding);
        if (found.Count + phrases.Count == 0)
        {
            return [];
        }

        // A phrase of padding proves nothing beside chosen words. What is mashed or repeated is certain.
        var weight = phrases.Sum(one => one.Weight);
        var says = ChosenWords.In(passage.Text.Words, given, book).Count();
        return found.Count == 0 && weight - says < Certain && weight < CertainlyPadding
            ? []
            : [.. phrases, .. found.Select(one => passage.Evidence(one.Sign, one.Start, one.Length, one.Weight))];
    }
}
