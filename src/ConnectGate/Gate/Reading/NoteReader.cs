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
    public const double LeaningLimit = 0.2;

    /// <summary>
    /// Phrases that are likely refuse together from this sum on, and advise from <see cref="Likely"/> on.
    /// </summary>
    private const double Together = 4;
    private const double Likely = 2;

    /// <summary>A long letter says much, so with so many words more the sum must be greater by one.</summary>
    private const int WordsForOne = 80;

    /// <summary>Phrases of a pitch refuse if their sum outweighs the signs of a relation by as much.</summary>
    private const double Outweighs = 5;

    /// <summary>A lower weight proves nothing: greetings, thanks, good wishes.</summary>
    private const double Hint = 1;

    /// <summary>In advice, hints add up to no more than this. In a refusal the hints of a pitch count as one.</summary>
    private const double MostOfHints = 2;

    /// <summary>A link with no more everyday words than these beside it is bare.</summary>
    private const int FewBesideALink = 10;

    /// <summary>A sentence of no more words than these is a greeting or a signature.</summary>
    private const int FewWords = 3;

    /// <summary>What fills the slots of a stock letter: a company, an industry.</summary>
    private const int FewChosen = 2;

    /// <summary>Beside a stock phrase, so few chosen words make a note no more personal.</summary>
    private const int FewBesideStock = 1;

    /// <summary>So many blanks are quoted. Whoever fills these in finds the others.</summary>
    private const int MostBlanks = 5;

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
            fits = [.. all.SelectMany(passage => Phrases(passage, passage == note ? FitAnyone : FitAnyone[2..]))],
            prices = fits.Exists(IsPitch) ? [.. PricesBeside(note, fits).Take(1)] : [],
            certain =

            [
                .. all.SelectMany(BlanksOf).Take(MostBlanks),
                .. shield ? [] : BareLinks(note, written.Given).Take(1),
                .. all.SelectMany(passage => PaddingOf(passage, written.Given)).Take(1),
            ];
        fits.AddRange(prices);
        var leaning = shield ? null : lexicon.Lean(note, written.Given, book);
        List<Evidence> proof =
        [
            .. Strongest(abuse.Where(found => found.Weight >= AbuseLimit)),
            .. certain.DistinctBy(found => (found.Sign, found.Quote.Text)),
        ];
        if (proof.Count == 0)
        {
            proof = Proof(note, fits.Where(found => !IsWelcome(found.Sign, written)), known, written.Given);
        }

        return new Reading(
            [.. abuse, .. certain, .. fits, .. leaning is null ? [] : new[] { leaning }, .. relation],
            [.. proof.Select(found => new Remark(Codes.Of(found.Sign), found.Quote))],
            proof.Count > 0 ? [] : Advice(abuse, fits, leaning, known)
        );
    }

    private static List<Remark> Advice(List<Evidence> abuse, List<Evidence> fits, Evidence? leaning, double known)
    {
        var (pitched, hollow) = (fits.Where(IsPitch), fits.Where(found => !IsPitch(found)));
        var least = Math.Max(Likely, known);
        var toAnyone =
            Strength(pitched, MostOfHints) >= least ? (Codes.SoundsLikeAPitch, Strongest(pitched))
            : Strength(hollow, MostOfHints) >= least ? (Codes.SoundsStock, Strongest(hollow))
            : (Codes.SoundsStock, leaning is null ? [] : [leaning]);
        var isUnkind = abuse.Sum(found => found.Weight) >= AbuseLimit - 1;
        return
        [
            .. (isUnkind ? Strongest(abuse) : []).Select(found => new Remark(Codes.SoundsUnkind, found.Quote)),
            .. toAnyone.Item2.Select(found => new Remark(toAnyone.Item1, found.Quote)),
        ];
    }

    private static IEnumerable<Evidence> Strongest(IEnumerable<Evidence> found) =>
        found.MaxBy(one => one.Weight) is { } strongest ? [strongest] : [];

    // The phrase to quote where phrases refuse the note: the strongest of the kind that says most.
    private List<Evidence> Proof(Passage note, IEnumerable<Evidence> wanted, double known, Given given)
    {
        var least = Together + (note.Text.Words.Count / WordsForOne);
        var found = (known >= Relation.Shields ? wanted.Where(IsPitch) : wanted).ToList();
        var refuses =
            known >= Relation.Shields
                ? Strength(found) >= Math.Max(known + Outweighs, least)
                : Strength(found.Where(one => one.Weight > Hint || IsPitch(one)), Hint) >= least // courtesies: nothing
                    || IsProof(note, found, given)
                    || IsNothingElse(note, found, known, given);
        var kinds = found.GroupBy(one => one.Sign, StringComparer.Ordinal);
        return refuses ? [.. Strongest(kinds.MaxBy(kind => kind.Sum(one => one.Weight))!)] : [];
    }

    // Praise alone proves nothing where it praises a thing.
    private bool IsProof(Passage note, List<Evidence> found, Given given) =>
        found.Exists(one => one.Weight >= (one.Sign == Section.Stock ? Certain : Together))
        || (
            found.Exists(one => one.Sign == Section.Flattery && one.Weight >= Certain)
            && ChosenWords.In(note.Text.Words, given, book).Take(FewChosen + 1).Count() <= FewChosen
        );

    // Hardly a word was chosen for this letter: beside two hollow phrases, or in a note of stock sentences and
    // greetings.
    private bool IsNothingElse(Passage note, List<Evidence> found, double known, Given given)
    {
        var hollow = found.Where(one => one.Sign is Section.Stock or Section.Flattery && one.Weight >= Hint).ToList();
        if (!hollow.Exists(one => one.Sign == Section.Stock || one.Weight >= Certain))
        {
            return false; // "I like your posts" names them
        }

        var phrases = note.Of(FitAnyone);
        var hollowed = new bool[note.Text.Words.Count];
        foreach (var one in phrases)
        {
            hollowed.AsSpan(one.At, one.Count).Fill(true);
        }

        var beside = note.Text.Words.Where((_, at) => !hollowed[at]);
        if (
            known == 0
            && hollow.Where(one => one.Sign == Section.Stock).Sum(one => one.Weight) >= Likely
            && ChosenWords.In(beside, given, book).Take(FewBesideStock + 1).Count() <= FewBesideStock
        )
        {
            return true;
        }

        var said = phrases.Select(one => note.Text.Words[one.At].Sentence).ToHashSet();
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

    private static bool IsPitch(Evidence found) => found.Sign is Section.Pitch or Section.Blast;

    private static bool IsWelcome(string sign, Written written) =>
        (sign == Section.Pitch && written.OffersWelcome)
        || (sign == Section.Blast && (written.JobsWelcome || written.OffersWelcome));

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

    // People write what a ticket cost. Beside a phrase of a pitch it is what the offer costs.
    private static IEnumerable<Evidence> PricesBeside(Passage note, List<Evidence> phrases) =>
        from price in PriceFinder.In(note.Text.Text)
        where !phrases.Exists(one => one.Start < price.Start + price.Length && price.Start < one.Start + one.Length)
        select new Evidence(Section.Pitch, Hint, note, price.Start, price.Length);

    private static bool IsWrittenOut(ReadOnlySpan<char> link) =>
        link.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        || link.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static List<Evidence> Phrases(Passage passage, params ReadOnlySpan<string> sections) =>
        [.. passage.Of(sections).DistinctBy(found => found.Phrase).Select(passage.Evidence)];

    private IEnumerable<Evidence> BlanksOf(Passage passage) =>
        Blanks
            .In(passage, book)
            .Select(blank => new Evidence(Signs.Blank, Certain, passage, blank.Start, blank.Length));

    // Beside a few everyday words only an address that was written out is one: "You can link to example.org too".
    private IEnumerable<Evidence> BareLinks(Passage note, Given given)
    {
        var (text, words) = (note.Text.Text, note.Text.Words);
        var chosen = ChosenWords.In(words, given, book).Take(2).Count();
        var isAlone = words.Count < FewWords || (words.Count == FewWords && chosen == 0);
        return words.Count <= FewBesideALink && chosen < 2
            ? note
                .Text.Links.Where(link => isAlone || IsWrittenOut(text.AsSpan(link.Start)))
                .Select(link => new Evidence(Signs.Link, Certain, note, link.Start, link.Length))
            : [];
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
            : [.. phrases, .. found.Select(one => new Evidence(one.Sign, one.Weight, passage, one.Start, one.Length))];
    }
}
