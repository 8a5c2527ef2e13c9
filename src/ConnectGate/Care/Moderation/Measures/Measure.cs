using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>
/// A moderator's measure against a member: a strike until it expires. The member may appeal it once, within
/// <see cref="AppealableFor"/>.
/// </summary>
internal sealed class Measure
{
    /// <summary>The member reads these words.</summary>
    public static readonly TextLimit WordsLimit = Suspension.ReasonLimit;

    public static readonly TextLimit AppealLimit = new("appeal", 10, 2_000);

    /// <summary>The name of the broken rule.</summary>
    public static readonly TextLimit RuleLimit = new("rule-name", 3, 120);

    public static readonly TimeSpan AppealableFor = TimeSpan.FromDays(20);

    private static readonly TimeSpan WarningLasts = TimeSpan.FromDays(90),
        OthersLast = TimeSpan.FromDays(365);

    private Measure() { }

    public long Id { get; private set; }
    public string PublicId { get; private set; } = "";
    public long CaseId { get; private set; }
    public long MemberId { get; private set; }
    public long ModeratorId { get; private set; }
    public MeasureKind Kind { get; private set; }

    /// <summary>The name of the broken rule at that time. Empty in measures that are older than the rules.</summary>
    public string Rule { get; private set; } = "";

    public string Words { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>The end of its effect; null for an effect without an end, and for a warning.</summary>
    public DateTime? Until { get; private set; }

    public DateTime StrikeUntil { get; private set; }

    /// <summary>No moderator was free of conflict, so one with a conflict decided.</summary>
    public bool WithConflict { get; private set; }

    /// <summary>The key of its suspension or template; null for other kinds.</summary>
    public long? EffectId { get; private set; }

    public DateTime? UndoneAt { get; private set; }

    public string? AppealText { get; private set; }
    public DateTime? AppealedAt { get; private set; }
    public DateTime? AppealAnsweredAt { get; private set; }
    public long? AppealAnsweredById { get; private set; }

    /// <summary>The words of the answer, for the member.</summary>
    public string? AppealAnswer { get; private set; }

    /// <inheritdoc cref="WithConflict"/>
    public bool AppealWithConflict { get; private set; }

    public int Version { get; private set; }

    internal static Measure Take(
        Case file,
        MeasureKind kind,
        long moderatorId,
        string rule,
        string words,
        bool withConflict,
        DateTime? until,
        DateTime now
    ) =>
        new()
        {
            PublicId = Foundation.Data.PublicId.Next(),
            CaseId = file.Id,
            MemberId = file.AuthorId,
            ModeratorId = moderatorId,
            Kind = kind,
            Rule = rule,
            Words = VisibleText.Clean(words),
            WithConflict = withConflict,
            At = now,
            Until = until,
            StrikeUntil = now + (kind == MeasureKind.Warn ? WarningLasts : OthersLast),
        };

    /// <summary>Links the row that has the effect, once it has a key.</summary>
    internal void HasEffect(long id) => EffectId = id;

    /// <summary>Whether it counts against the member.</summary>
    internal bool IsStrike(DateTime now) => UndoneAt is null && StrikeUntil > now;

    /// <summary>The last time for an appeal.</summary>
    internal DateTime AppealableUntil => At + AppealableFor;

    internal bool CanBeAppealed(DateTime now) => AppealedAt is null && UndoneAt is null && now < AppealableUntil;

    /// <exception cref="IllegalTransitionException">It was appealed, or the time for it is over.</exception>
    internal void Appeal(string text, DateTime now)
    {
        Require(CanBeAppealed(now), "appealed");
        (AppealText, AppealedAt) = (VisibleText.Clean(text), now);
        Version++;
    }

    /// <exception cref="IllegalTransitionException">No appeal waits.</exception>
    internal void AnswerAppeal(bool undo, long moderatorId, string words, bool withConflict, DateTime now)
    {
        Require(AppealedAt is not null && AppealAnsweredAt is null, "judged");
        (AppealAnsweredAt, AppealAnsweredById) = (now, moderatorId);
        (AppealAnswer, AppealWithConflict) = (VisibleText.Clean(words), withConflict);
        UndoneAt = undo ? now : null;
        Version++;
    }

    private static void Require(bool legal, string step)
    {
        if (!legal)
        {
            throw new IllegalTransitionException($"A measure cannot be {step} in its state.");
        }
    }
}

internal static class DecidedTogether
{
    /// <summary>The other measures of the same decision that can be appealed. A case is decided once.</summary>
    public static async Task<IEnumerable<Measure>> BesideAsync(
        this IQueryable<Measure> measures,
        Measure measure,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        (
            await measures
                .Where(other => other.CaseId == measure.CaseId && other.Id != measure.Id)
                .OrderBy(other => other.Id)
                .ToListAsync(cancellationToken)
        ).Where(other => other.CanBeAppealed(now));
}

/// <summary>What a moderator does about an upheld case. The API uses the names in kebab-case.</summary>
public enum MeasureKind
{
    /// <summary>Words only. The strike expires after 90 days, those of the other kinds after 365.</summary>
    Warn,

    /// <summary>Half of the allowance, for 7 days.</summary>
    ReduceAllowance,

    /// <summary>For 1 to 90 days.</summary>
    Suspend,

    SuspendForGood,

    /// <summary>The reported texts are replaced for every reader.</summary>
    RemoveText,

    /// <summary>The gate refuses the reported notes from now on, whoever sends them.</summary>
    MarkTemplate,
}
