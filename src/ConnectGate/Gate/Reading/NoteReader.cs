using System.Collections.Frozen;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Reads a letter as its recipient would: does it say anything that was written for them? What speaks against it is
/// weighed against what speaks for it, and only a clear surplus refuses. Grammar, length, tone and a missing name are
/// no evidence.
/// </summary>
internal sealed class NoteReader(PhraseBook book, Lexicon lexicon)
{
    /// <summary>The surplus of evidence against a letter at which it is refused.</summary>
    public const double Limit = 3;

    /// <summary>
    /// Insults and threats are refused alone, whatever else the letter says; a phrase below this is a prompt.
    /// </summary>
    public const double AbuseLimit = 5;

    /// <summary>A profile says what its owner does, offers included: only more than this is an advertisement.</summary>
    public const double ProfileLimit = 6;

    /// <summary>
    /// The learnt odds, as a logarithm, at which the writer gets a prompt. Never a refusal: the weights took the thanks
    /// and questions of one real person in four for a note to anybody.
    /// </summary>
    public const double LearntLimit = 2.0;

    /// <summary>
    /// How much clearer it must be where a mistake is likelier: who hires or looks for a job needs the words that
    /// blasts use, and a stock opening can go on with a reason of its own.
    /// </summary>
    private const double Care = 1;

    /// <summary>Hints that good notes hold too add up to no more than this.</summary>
    private const double MostOfHints = 2;

    /// <summary>What stands beside the note counts for it only so far: the note must say something itself.</summary>
    private const double MostBeside = 2;

    /// <summary>A word of networking or praise is a hint, and a dozen of them no more than four.</summary>
    private const double SpeakWeight = 0.5;
    private const int MostSpeak = 4;

    /// <summary>That a note says nothing that was not said to anybody before.</summary>
    private const double FitsAnyoneWeight = 2;

    /// <summary>A link: a note of little else is none.</summary>
    private const double LinkWeight = 4.5;

    /// <summary>
    /// What a word of the recipient's own lines takes from the odds, and how much all of them at most: the writer read
    /// who they write to.
    /// </summary>
    private const double ContextOdds = 0.5;
    private const double MostOfContext = 1.5;

    /// <summary>A note that says less than this for itself gets a prompt.</summary>
    private const double Thin = 2;

    /// <summary>Reads a whole letter.</summary>
    public Reading Read(Written written)
    {
        var scales = Weigh(written);
        var leaning = lexicon.Weigh(FeaturesOf(scales, written));
        var odds =
            leaning.Odds
            - (scales.Beside / 2)
            - Math.Min(
                MostOfContext,
                scales.Specifics.Own.Count(found =>
                    found.Sign == Signs.OwnWord && found.Weight <= Specifics.ContextWeight
                ) * ContextOdds
            );
        var limit = LearntLimit + (NeedsCare(scales, written) ? Care : 0);
        List<Remark> refusals =
        [
            .. scales
                .Against.Where(one => one.Surplus >= Limit && !IsWelcome(one.Code, written))
                .Select(one => new Remark(one.Code, one.Field)),
        ];
        var prompts = Prompts(scales, isLikely: odds >= limit)
            .DistinctBy(prompt => prompt.Code, StringComparer.Ordinal);
        return new Reading(
            [.. scales.Against.SelectMany(one => one.Evidence), .. scales.For, .. Words(leaning)],
            refusals,
            refusals.Count > 0 ? [] : [.. prompts]
        );
    }

    /// <summary>What the lexicon has weights for, of a note by itself; what it learns from.</summary>
    public IReadOnlyList<Feature> FeaturesOf(Written written) => FeaturesOf(Weigh(written), written);

    /// <summary>
    /// Reads a line that strangers see though it is no letter: a display name, a headline, a reply. Abuse and
    /// advertisements are refused in it.
    /// </summary>
    /// <returns>The code; null where there is nothing against it.</returns>
    public string? ReadLine(string? text)
    {
        var line = new Passage("", text ?? "", book);
        return Phrases(line, Section.Abuse).Exists(found => found.Weight >= AbuseLimit) ? Codes.Abuse
            : Strength(Phrases(line, Section.Pitch)) >= ProfileLimit ? Codes.SalesPitch
            : null;
    }

    private static IReadOnlyList<Feature> FeaturesOf(Scales scales, Written written) =>
        [.. Features.Of(scales.Note.Text, written.Given, scales.OfNote, scales.Specifics.Sentences)];

    private Scales Weigh(Written written)
    {
        var note = new Passage(Written.NoteField, written.Note, book);
        Passage[] beside = [.. written.Beside.Select(field => new Passage(field.Field, field.Text, book))];
        Passage[] all = [note, .. beside];

        var specifics = new Specifics(note, written.Given, book);
        List<Evidence> besideIt = [.. beside.SelectMany(passage => Beside(passage, written.Given))];
        var (says, besideSays) = (specifics.Weight, Math.Min(MostBeside, Sum(besideIt)));
        var hollow = Hollow(note, specifics);
        List<Evidence> Everywhere(string section) => [.. all.SelectMany(passage => Phrases(passage, section))];
        List<Evidence> pitch = Everywhere(Section.Pitch),
            blast = Everywhere(Section.Blast),
            abuse = Everywhere(Section.Abuse);
        List<Evidence> blanks = [.. all.SelectMany(BlanksOf)],
            links = [.. LinksOf(note, specifics.Sentences).Take(1)],
            padding =

            [
                .. PaddingOf(note, specifics.Sentences),
                .. beside.SelectMany(passage => PaddingOf(passage, FrozenSet<int>.Empty)),
            ];
        var outweighed = Sum(specifics.Known) + (Sum(specifics.Own) / 2);
        return new Scales(
            note,
            specifics,
            besideIt,
            besideSays,
            [
                new(Codes.Abuse, abuse, abuse.Count > 0 ? abuse.Max(found => found.Weight) - AbuseLimit + Limit : 0),
                new(Codes.UnfilledPlaceholder, blanks, Sum(blanks)),
                new(Codes.BareLink, links, Sum(links) - says),
                new(
                    Codes.Padding,
                    padding,
                    all.Max(passage =>
                        Sum(padding.Where(found => found.Field == passage.Field))
                        - (passage == note ? says : Sum(besideIt.Where(found => found.Field == passage.Field)))
                    )
                ),
                new(Codes.SalesPitch, pitch, Strength(pitch) - outweighed),
                new(Codes.JobBlast, blast, Strength(blast) - outweighed),
                new(
                    Praises(hollow) ? Codes.EmptyFlattery : Codes.StockSentence,
                    hollow,
                    Math.Min(MostOf(hollow), Strength(hollow) - says - besideSays)
                ),
            ]
        );
    }

    // The words that tipped the scales: a dozen, the weightiest first.
    private static IEnumerable<Evidence> Words(Leaning leaning) =>
        leaning
            .Counted.OrderByDescending(word => Math.Abs(word.Weight))
            .Take(12)
            .Select(word => new Evidence(
                word.Weight > 0 ? Signs.UsualWord : Signs.UnusualWord,
                Written.NoteField,
                word.Found,
                Math.Abs(word.Weight)
            ));

    private static IEnumerable<Remark> Prompts(Scales scales, bool isLikely)
    {
        foreach (var one in scales.Against)
        {
            switch (one.Code)
            {
                case Codes.Abuse when one.Evidence.Count > 0:
                    yield return new Remark(Codes.SoundsUnkind, one.Field);
                    break;
                case Codes.SalesPitch or Codes.JobBlast when one.Surplus >= Limit - 1:
                    yield return new Remark(Codes.SoundsLikeAnOffer, one.Field);
                    break;
                case Codes.StockSentence or Codes.EmptyFlattery when one.Surplus >= 1:
                    yield return new Remark(Codes.SoundsStock, one.Field);
                    break;
            }
        }

        if (isLikely)
        {
            yield return new Remark(Codes.SoundsStock, Written.NoteField);
        }

        if (scales.Specifics.Weight < Thin)
        {
            yield return new Remark(Codes.ThinNote, Written.NoteField);
        }
    }

    private static bool NeedsCare(Scales scales, Written written) =>
        written.Reason == Reason.HiringOrJob || (Sum(scales.Specifics.Known) >= 2 && Sum(scales.Specifics.Own) >= 3);

    private static bool IsWelcome(string code, Written written) =>
        (code == Codes.SalesPitch && written.OffersWelcome)
        || (code == Codes.JobBlast && (written.JobsWelcome || written.OffersWelcome));

    private static bool Praises(List<Evidence> hollow) =>
        Sum(hollow.Where(found => found.Sign == Section.Flattery))
        > Sum(hollow.Where(found => found.Sign == Section.Stock));

    private static double Sum(IEnumerable<Evidence> evidence) => evidence.Sum(found => found.Weight);

    private static double Strength(List<Evidence> evidence) =>
        Sum(evidence.Where(found => found.Weight > 1))
        + Math.Min(MostOfHints, Sum(evidence.Where(found => found.Weight <= 1)));

    // Hints are no quotation: thanks and good wishes are made of them.
    private static double MostOf(List<Evidence> hollow) =>
        hollow.Exists(found => found.Sign is Section.Stock or Section.Flattery && found.Weight > 1)
            ? double.MaxValue
            : Limit - 1;

    private static List<Evidence> Phrases(Passage passage, params ReadOnlySpan<string> sections) =>
        [.. passage.Of(sections).Select(passage.Evidence)];

    // What fits anyone: stock phrases, praise, words of networking; and, where there is nothing else, that there is
    // nothing else.
    private List<Evidence> Hollow(Passage note, Specifics specifics)
    {
        var hollow = Phrases(note, Section.Stock, Section.Flattery);
        var speak = note
            .Text.Words.Where(word => book.IsSpeak(word.Text) && !specifics.Sentences.Contains(word.Sentence))
            .DistinctBy(word => word.Text, StringComparer.Ordinal)
            .Select(word => new Evidence(Signs.Speak, note.Field, note.Text.Written(word), SpeakWeight))
            .Take(MostSpeak);
        hollow.AddRange(speak);
        if (specifics.Weight == 0 && note.Text.Words.Count > 0)
        {
            hollow.Add(new Evidence(Signs.FitsAnyone, note.Field, "", FitsAnyoneWeight));
        }

        return hollow;
    }

    // What detail and answers add: less than the note itself, and never enough to carry a note that says nothing.
    private IEnumerable<Evidence> Beside(Passage passage, Given given)
    {
        var specifics = new Specifics(passage, given, book);
        return specifics.Known.Concat(specifics.Own).Select(found => found with { Weight = found.Weight / 2 });
    }

    private IEnumerable<Evidence> BlanksOf(Passage passage) =>
        Blanks
            .In(passage.Text, book)
            .Select(blank => new Evidence(Signs.Blank, passage.Field, blank.Found, blank.Weight));

    private static IEnumerable<Evidence> LinksOf(Passage passage, IReadOnlySet<int> specific) =>
        passage
            .Text.Links.Where(link => !specific.Contains(link.Sentence))
            .Select(link => new Evidence(
                Signs.Link,
                passage.Field,
                passage.Text.Text.Substring(link.Start, link.Length),
                LinkWeight
            ));

    private IEnumerable<Evidence> PaddingOf(Passage passage, IReadOnlySet<int> specific) =>
        [
            .. Padding
                .In(passage.Text, specific, book)
                .Select(found => new Evidence(found.Sign, passage.Field, found.Found, found.Weight)),
            .. Phrases(passage, Section.Padding),
        ];

    /// <summary>What was found for a letter and against it.</summary>
    private sealed record Scales(
        Passage Note,
        Specifics Specifics,
        List<Evidence> BesideIt,
        double Beside,
        IReadOnlyList<Weighed> Against
    )
    {
        public IEnumerable<Evidence> For => [.. Specifics.Known, .. Specifics.Own, .. BesideIt];

        /// <summary>The evidence of the note alone.</summary>
        public IEnumerable<Evidence> OfNote =>
            [
                .. Against.SelectMany(one => one.Evidence).Where(found => found.Field == Note.Field),
                .. Specifics.Known,
                .. Specifics.Own,
            ];
    }

    /// <summary>What speaks for one refusal, and by how much it outweighs what speaks against that.</summary>
    private sealed record Weighed(string Code, IReadOnlyList<Evidence> Evidence, double Surplus)
    {
        public string Field => Evidence.MaxBy(found => found.Weight)?.Field ?? Written.NoteField;
    }
}
