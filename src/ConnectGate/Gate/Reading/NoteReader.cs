namespace ConnectGate.Gate.Reading;

/// <summary>
/// Reads a letter as its recipient would: does it say anything that was written for them? What speaks against it is weighed against what speaks for it, and
/// only a clear surplus refuses. Grammar, length, tone and a missing name are no evidence.
/// </summary>
internal sealed class NoteReader(PhraseBook book)
{
    /// <summary>The surplus of evidence against a letter at which it is refused.</summary>
    public const double Limit = 3;

    /// <summary>Insults and threats are refused alone, whatever else the letter says; a phrase below this is a prompt.</summary>
    public const double AbuseLimit = 5;

    /// <summary>A profile says what its owner does, offers included: only more than this is an advertisement.</summary>
    public const double ProfileLimit = 6;

    /// <summary>Hints that good notes hold too add up to no more than this.</summary>
    private const double MostOfHints = 2;

    /// <summary>What stands beside the note counts for it only so far: the note must say something itself.</summary>
    private const double MostBeside = 2;

    /// <summary>A word of networking or praise is a hint, and a dozen of them no more than four.</summary>
    private const double SpeakWeight = 0.5;
    private const int MostSpeak = 4;

    /// <summary>That a note says nothing that was not said to anybody before.</summary>
    private const double FitsAnyoneWeight = 2;

    /// <summary>A word of the recipient's own lines: mail merge knows it too.</summary>
    private const double ContextWeight = 0.5;

    /// <summary>A note that says less than this for itself gets a prompt.</summary>
    private const double Thin = 2;

    /// <summary>Reads a whole letter.</summary>
    public Reading Read(Written written)
    {
        var note = new Passage(Written.NoteField, written.Note, book);
        Passage[] passages = [note, .. written.Beside.Select(field => new Passage(field.Field, field.Text, book))];

        var own = OwnWords(note, written.Given);
        var known = Phrases(note, Section.Known);
        var beside = Beside(passages.AsSpan(1), written.Given);
        var speaksFor = Sum(own) + Sum(known) + Math.Min(MostBeside, Sum(beside));

        var hollow = Hollow(note, saysNothing: own.Count + known.Count == 0);
        var pitch = passages.SelectMany(passage => Phrases(passage, Section.Pitch)).ToList();
        var blast = passages.SelectMany(passage => Phrases(passage, Section.Blast)).ToList();
        var abuse = passages.SelectMany(passage => Phrases(passage, Section.Abuse)).ToList();
        var blanks = passages.SelectMany(passage => Blanks.In(passage.Text, book).Select(blank => new Evidence(Signs.Blank, passage.Field, blank.Found, blank.Weight))).ToList();
        var links = note.Text.Links.Select(link => new Evidence(Signs.Link, note.Field, note.Text.Text.Substring(link.Start, link.Length), 5)).Take(1).ToList();
        var padding = passages.SelectMany(PaddingOf).ToList();

        var weighed = new[]
        {
            new Weighed(Codes.Abuse, abuse, abuse.Count > 0 ? abuse.Max(found => found.Weight) - AbuseLimit + Limit : 0),
            new Weighed(Codes.UnfilledPlaceholder, blanks, Sum(blanks)),
            new Weighed(Codes.BareLink, links, Sum(links) - Sum(own) - Sum(known)),
            new Weighed(Codes.Padding, padding, passages.Max(passage => Sum(padding.Where(found => found.Field == passage.Field)) - (passage == note ? Sum(own) + Sum(known) : 0))),
            new Weighed(Codes.SalesPitch, pitch, Strength(pitch) - Sum(known)),
            new Weighed(Codes.JobBlast, blast, Strength(blast) - Sum(known) - (written.Reason == Reason.HiringOrJob ? Math.Min(3, Sum(own) / 2) : 0)),
            new Weighed(Praises(hollow) ? Codes.EmptyFlattery : Codes.StockSentence, hollow, Strength(hollow) - speaksFor),
        };

        return new Reading(
            [.. weighed.SelectMany(one => one.Evidence), .. known, .. own, .. beside],
            [.. weighed.Where(one => one.Surplus >= Limit && !Welcome(one.Code, written)).Select(one => new Remark(one.Code, one.Field))],
            [.. Prompts(weighed, written, Sum(own) + Sum(known)).DistinctBy(prompt => prompt.Code)]);
    }

    /// <summary>Reads a line that strangers see though it is no letter: a display name, a headline, a reply. Abuse and advertisements are refused in it.</summary>
    /// <returns>The code; null where there is nothing against it.</returns>
    public string? ReadLine(string? text)
    {
        var line = new Passage("", text ?? "", book);
        return Phrases(line, Section.Abuse).Exists(found => found.Weight >= AbuseLimit) ? Codes.Abuse
            : Strength(Phrases(line, Section.Pitch)) >= ProfileLimit ? Codes.SalesPitch
            : null;
    }

    private static IEnumerable<Remark> Prompts(IReadOnlyList<Weighed> weighed, Written written, double says)
    {
        if (weighed.Any(one => one.Surplus >= Limit && !Welcome(one.Code, written)))
        {
            yield break;
        }

        foreach (var one in weighed)
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

        if (says < Thin)
        {
            yield return new Remark(Codes.ThinNote, Written.NoteField);
        }
    }

    private static bool Welcome(string code, Written written) =>
        (code == Codes.SalesPitch && written.OffersWelcome) || (code == Codes.JobBlast && (written.JobsWelcome || written.OffersWelcome));

    private static bool Praises(List<Evidence> hollow) =>
        Sum(hollow.Where(found => found.Sign == Section.Flattery)) > Sum(hollow.Where(found => found.Sign == Section.Stock));

    private static double Sum(IEnumerable<Evidence> evidence) => evidence.Sum(found => found.Weight);

    private static double Strength(List<Evidence> evidence) =>
        Sum(evidence.Where(found => found.Weight > 1)) + Math.Min(MostOfHints, Sum(evidence.Where(found => found.Weight <= 1)));

    private static List<Evidence> Phrases(Passage passage, params ReadOnlySpan<string> sections) => [.. passage.Of(sections).Select(passage.Evidence)];

    // What fits anyone: stock phrases, praise, words of networking; and, where there is nothing else, that there is nothing else.
    private List<Evidence> Hollow(Passage note, bool saysNothing)
    {
        var hollow = Phrases(note, Section.Stock, Section.Flattery);
        var speak = note.Text.Words.Where(word => book.IsSpeak(word.Text)).DistinctBy(word => word.Text)
            .Select(word => new Evidence(Signs.Speak, note.Field, note.Text.Written(word), SpeakWeight)).Take(MostSpeak);
        hollow.AddRange(speak);
        if (saysNothing && note.Text.Words.Count > 0)
        {
            hollow.Add(new Evidence(Signs.FitsAnyone, note.Field, "", FitsAnyoneWeight));
        }

        return hollow;
    }

    /// <summary>The words that somebody chose for this letter, each once.</summary>
    private List<Evidence> OwnWords(Passage passage, Given given)
    {
        var hollow = new HashSet<int>();
        foreach (var found in passage.Of(Section.Stock, Section.Flattery))
        {
            hollow.UnionWith(Enumerable.Range(found.At, found.Count));
        }

        var own = new List<Evidence>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in passage.Text.Words.Select((word, at) => (word, at)).GroupBy(word => word.word.Sentence))
        {
            var language = book.LanguageOf([.. sentence.Select(word => word.word.Text)]);
            foreach (var (word, at) in sentence)
            {
                if (hollow.Contains(at) || given.Names.Contains(word.Text) || IsEveryday(word.Text, language) || Padding.IsNoWord(word.Text, book) || !seen.Add(word.Text))
                {
                    continue;
                }

                var inContext = given.Context.Contains(word.Text);
                own.Add(new Evidence(Signs.OwnWord, passage.Field, passage.Text.Written(word), inContext ? ContextWeight : OwnWeight(word)));
                if (word.Capital && !inContext && language?.CapitalisesNouns != true)
                {
                    own.Add(new Evidence(Signs.Name, passage.Field, passage.Text.Written(word), 1));
                }
            }
        }

        return own;
    }

    // A sentence too short to tell its language by is read as in any.
    private bool IsEveryday(string word, Language? language) => language?.IsEveryday(word) ?? book.IsEveryday(word);

    // Where each character is a word, one says less.
    private static double OwnWeight(FoldedWord word) => word.IsDense ? 0.5 : 1;

    // What detail and answers add: less than the note itself, and never enough to carry a note that says nothing.
    private List<Evidence> Beside(ReadOnlySpan<Passage> passages, Given given)
    {
        var beside = new List<Evidence>();
        foreach (var passage in passages)
        {
            beside.AddRange(Phrases(passage, Section.Known));
            beside.AddRange(OwnWords(passage, given));
        }

        return [.. beside.Select(found => found with { Weight = found.Weight / 2 })];
    }

    private IEnumerable<Evidence> PaddingOf(Passage passage) =>
    [
        .. Padding.In(passage.Text, book).Select(found => new Evidence(found.Sign, passage.Field, found.Found, found.Weight)),
        .. Phrases(passage, Section.Padding),
    ];

    private sealed record Weighed(string Code, IReadOnlyList<Evidence> Evidence, double Surplus)
    {
        public string Field => Evidence.MaxBy(found => found.Weight)?.Field ?? Written.NoteField;
    }
}
