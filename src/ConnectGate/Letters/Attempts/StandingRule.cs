using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a letter to oneself, from a suspended or to an absent member, to a connected member, while an earlier letter
/// runs, or while the recipient's own letter to the sender waits. Nobody learns of a letter before its delivery, so one
/// that is not delivered yet refuses nothing here; <see cref="Asking.Sending"/> lets two crossing letters meet.
/// </summary>
internal sealed class StandingRule(FactsReader facts) : IGateRule
{
    /// <summary>The finding while the recipient's own letter waits for the sender.</summary>
    public static Finding AskedFirst => Finding.AboutRecipient("asked-first");

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient, now) = (attempt.Sender.Id, attempt.Recipient.Id, attempt.Now);
        var between = (await facts.OfAsync(attempt, cancellationToken)).Between;
        if (sender == recipient)
        {
            return [Finding.AboutRecipient("oneself")];
        }

        var requests = between
            .Requests.Where(request => request.ExpiresAt > now && request.Id != attempt.SentAs)
            .ToList();
        var findings = new List<Finding>();
        if (between.SenderIsSuspended)
        {
            findings.Add(Finding.AboutRecipient("suspended"));
        }

        if (between.RecipientIsAbsent)
        {
            findings.Add(Finding.AboutRecipient(Finding.Unavailable));
        }

        if (between.SenderKnowsOfConnection)
        {
            findings.Add(Finding.AboutRecipient("already-connected"));
        }

        findings.AddRange(
            from request in requests
            where request.SenderId == sender && request.SeenBySender(now) == SenderState.Sent
            select Finding.AboutRecipient("already-asked", FindingKind.OwnRequest, request.SentAt, request.ExpiresAt)
        );
        if (requests.Exists(request => request.SenderId == recipient && request.DeliverAt <= now && request.Waits(now)))
        {
            findings.Add(AskedFirst);
        }

        return findings;
    }
}
