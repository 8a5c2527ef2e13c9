using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a new request until a fixed time after the earlier one was sent. The date is the same whether that request
/// was withdrawn, expired or declined. After a decline for good, the rule always refuses. After a connection ended, the
/// rule refuses for a fixed time. A connection that a block ended counts only while the block is in force.
/// </summary>
internal sealed class AgainTooSoonRule(FactsReader facts, IOptions<GateOptions> options) : IGateRule
{
    public const string Code = "again-too-soon";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var between = (await facts.OfAsync(attempt, cancellationToken)).Between;
        var (limits, now) = (options.Value, attempt.Now);
        var mine = between.Requests.Where(request => request.SenderId == attempt.Sender.Id).ToList();
        var dates = mine.Where(request =>
                request.SentAt > now - limits.AskAgainAfter
                && request.SeenBySender(now) is not (SenderState.Connected or SenderState.Sent)
            ) // StandingRule refuses while a request runs
            .Select(request => request.SentAt + limits.AskAgainAfter)
            .ToList();
        if (between.ConnectionEndedAt is { } endedAt)
        {
            dates.Add(endedAt + limits.AskAgainAfterLettingGo);
        }

        if (between.KeptUntil is { } kept && kept > now)
        {
            dates.Add(kept);
        }

        var findings = new List<Finding>();
        if (dates.Count > 0)
        {
            findings.Add(Finding.AboutRecipient(Code, FindingKind.OwnRequest, dates.Max()));
        }

        if (between.KeptForGood || mine.Exists(request => request.State == RequestState.DeclinedForGood))
        {
            findings.Add(Finding.AboutRecipient(Finding.Unavailable, FindingKind.Secret));
        }

        return findings;
    }
}
