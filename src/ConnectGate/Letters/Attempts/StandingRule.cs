using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses oneself, who is suspended, who is connected already, a second letter while one runs, and a letter that
/// crosses the recipient's own.
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

        // An acceptance that can still be undone is known to the accepter alone.
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
