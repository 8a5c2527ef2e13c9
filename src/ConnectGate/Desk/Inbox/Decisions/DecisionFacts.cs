using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// A letter with everything that its recipient's decisions depend on. The commands read it under their locks, and the
/// letter's page shows what they allow.
/// </summary>
internal sealed class DecisionFacts
{
    public required ConnectionRequest Letter { get; init; }

    public required bool RecipientIsSuspended { get; init; }

    public required bool BlockedByMe { get; init; }

    public required bool BlockingMe { get; init; }

    /// <summary>Whether the two were connected after the letter was sent; see <see cref="Links.Overtaking"/>.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>Whether the two have a connection that has not ended; its grace may still run.</summary>
    public required bool HasConnection { get; init; }

    /// <summary>Whether another request between the two runs.</summary>
    public required bool HasAnotherRunning { get; init; }

    /// <summary>Whether a waiting letter between the two exists. The letter itself counts.</summary>
    public required bool AnotherHoldsThePair { get; init; }

    public required bool IsReported { get; init; }

    /// <summary>Whether the recipient asked anybody about the sender.</summary>
    public required bool HasReferences { get; init; }

    /// <summary>
    /// Whether the letter is from before a block or an earlier connection. A decline can become an acceptance until the
    /// letter expires, but not in either of these cases.
    /// </summary>
    public bool IsPast => BlockedByMe || BlockingMe || IsOvertaken;

    /// <summary>
    /// Whether a silent decline can be undone. A report stands, and two members have at most one waiting letter.
    /// </summary>
    public bool CanWaitAgain(DateTime now) =>
        Letter.IsDeclinedSilently(now) && !IsReported && !AnotherHoldsThePair && !IsPast;

    /// <summary>The letters with their facts, in one statement.</summary>
    public static IQueryable<DecisionFacts> Of(
        ConnectGateContext context,
        IQueryable<ConnectionRequest> letters,
        long me,
        DateTime now
    )
    {
        var suspended = context.Suspensions.InForce(now);
        var (blockedByMe, blockingMe) = (context.Blocks.BlockedBy(me), context.Blocks.BlockersOf(me));
        var (notEnded, live) = (context.Connections.NotEnded(), context.Connections.Live(now));
        var begun = context.Connections.Begun(now);
        var (running, holding) = (context.Requests.Running(now), context.Requests.HoldingThePair());
        return letters.Select(letter => new DecisionFacts
        {
            Letter = letter,
            RecipientIsSuspended = suspended.Any(one => one.MemberId == me),
            BlockedByMe = blockedByMe.Contains(letter.SenderId),
            BlockingMe = blockingMe.Contains(letter.SenderId),
            IsOvertaken =
                live.Any(one => one.LowId == letter.LowId && one.HighId == letter.HighId)
                || begun.Any(one =>
                    one.LowId == letter.LowId && one.HighId == letter.HighId && one.ValidFrom > letter.SentAt
                ),
            HasConnection = notEnded.Any(one => one.LowId == letter.LowId && one.HighId == letter.HighId),
            HasAnotherRunning = running.Any(one =>
                one.LowId == letter.LowId && one.HighId == letter.HighId && one.Id != letter.Id
            ),
            AnotherHoldsThePair = holding.Any(one => one.LowId == letter.LowId && one.HighId == letter.HighId),
            IsReported = context.Reports.Any(report =>
                report.Kind == ReportedKind.Letter && report.SubjectId == letter.Id
            ),
            HasReferences = context.References.Any(one => one.RequestId == letter.Id),
        });
    }
}
