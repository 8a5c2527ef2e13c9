using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a letter to oneself, from or to a suspended member, to a connected member, while an earlier letter runs, or
/// while the recipient's own letter to the sender waits.
/// </summary>
internal sealed class StandingRule(ConnectGateContext context) : IGateRule
{
    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient, now, sentAs) = (attempt.Sender.Id, attempt.Recipient.Id, attempt.Now, attempt.SentAs);
        if (sender == recipient)
        {
            return [Finding.AboutRecipient("oneself")];
        }

        var pair = Pair.Of(sender, recipient);
        var suspended = await context
            .Suspensions.Where(suspension =>
                (suspension.MemberId == sender || suspension.MemberId == recipient)
                && (suspension.Until == null || suspension.Until > now)
            )
            .Select(suspension => suspension.MemberId)
            .ToListAsync(cancellationToken);

        // Only the recipient who accepted knows of an acceptance in its grace.
        var connected = await context.Connections.AnyAsync(
            connection =>
                connection.LowId == pair.Low
                && connection.HighId == pair.High
                && connection.EndedAt == null
                && (connection.ValidFrom <= now || connection.AskedById != sender),
            cancellationToken
        );

        var requests = await context
            .Requests.Where(request =>
                request.LowId == pair.Low
                && request.HighId == pair.High
                && request.ExpiresAt > now
                && request.Id != sentAs
            )
            .Select(request => new
            {
                request.SenderId,
                request.SentAt,
                request.ExpiresAt,
                request.State,
                request.WithdrawnAt,
                request.ReplyText,
                request.GraceEndsAt,
            })
            .ToListAsync(cancellationToken);

        var findings = new List<Finding>();
        if (suspended.Contains(sender))
        {
            findings.Add(Finding.AboutRecipient("suspended"));
        }

        if (suspended.Contains(recipient))
        {
            findings.Add(Finding.AboutRecipient(Finding.Unavailable));
        }

        if (connected)
        {
            findings.Add(Finding.AboutRecipient("already-connected"));
        }

        findings.AddRange(
            from request in requests
            where
                request.SenderId == sender
                && SenderView.Of(
                    request.State,
                    request.WithdrawnAt,
                    request.ReplyText,
                    request.GraceEndsAt,
                    request.ExpiresAt,
                    now
                ) == SenderState.Sent
            select Finding.AboutRecipient("already-asked", FindingKind.OwnRequest, request.SentAt, request.ExpiresAt)
        );
        if (requests.Exists(request => request.SenderId == recipient && request.State == RequestState.Waiting))
        {
            findings.Add(Finding.AboutRecipient("asked-first"));
        }

        return findings;
    }
}
