using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a new request until a fixed time after the earlier one was sent. The date is the same whether that request
/// was withdrawn, expired or declined. After a decline for good, the rule always refuses. After a connection ended, the
/// rule refuses for a fixed time. A connection that a block ended counts only while the block is in force.
/// </summary>
internal sealed class AgainTooSoonRule(ConnectGateContext context, IOptions<GateOptions> options) : IGateRule
{
    public const string Code = "again-too-soon";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient, now) = (attempt.Sender.Id, attempt.Recipient.Id, attempt.Now);
        if (sender == recipient)
        {
            return []; // StandingRule refuses it
        }

        var sentAfter = now - options.Value.AskAgainAfter;
        var endedAfter = now - options.Value.AskAgainAfterLettingGo;

        var earlier = await context
            .Requests.AsNoTracking()
            .Where(request =>
                request.SenderId == sender
                && request.RecipientId == recipient
                && (request.SentAt > sentAfter || request.State == RequestState.DeclinedForGood)
            )
            .ToListAsync(cancellationToken);
        var ended = await context
            .Connections.Between(sender, recipient)
            .EndedLately(context.Blocks, endedAfter)
            .Select(connection => connection.EndedAt!.Value)
            .ToListAsync(cancellationToken);

        var dates = earlier
            .Where(request =>
                request.SentAt > sentAfter
                && request.SeenBySender(now) is not (SenderState.Connected or SenderState.Sent)
            ) // StandingRule refuses while a request runs
            .Select(request => request.SentAt + options.Value.AskAgainAfter)
            .Concat(ended.Select(at => at + options.Value.AskAgainAfterLettingGo))
            .ToList();

        var findings = new List<Finding>();
        if (dates.Count > 0)
        {
            findings.Add(Finding.AboutRecipient(Code, FindingKind.OwnRequest, dates.Max()));
        }

        if (earlier.Exists(request => request.State == RequestState.DeclinedForGood))
        {
            findings.Add(Finding.AboutRecipient(Finding.Unavailable, FindingKind.Secret));
        }

        return findings;
    }
}
