using ConnectGate.People.Mail;
using ConnectGate.Web.Hosting.Mail;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Workers;

/// <summary>
/// Sends the emails in the outbox. Every node has this worker. The claim makes sure that only one of them sends an
/// email.
/// </summary>
internal sealed class MailWorker(
    IServiceScopeFactory scopes,
    IMailServer server,
    Words words,
    TimeProvider clock,
    ILogger<MailWorker> logger
) : PeriodicWorker(TimeSpan.FromSeconds(2), clock, logger)
{
    // Over one connection. A batch must end before its claim expires, even if every try reaches the time limit.
    private const int Batch = 8;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly MailPace _pace = new(server.PerMinute, clock);

    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        var share = _pace.Take(Batch * server.Connections);
        if (share.Most == 0)
        {
            return false;
        }

        var claimed = await ClaimAsync(share, cancellationToken);
        _pace.GiveBack(share.Most - claimed.Count);
        if (claimed.Count == 0)
        {
            return false;
        }

        var sent = await Task.WhenAll(claimed.Chunk(Batch).Select(batch => SendAsync(batch, cancellationToken)));
        logger.LogInformation("{Sent} of {Claimed} mails sent by {Server}", sent.Sum(), claimed.Count, server.Name);
        return claimed.Count == share.Most;
    }

    private async Task<IReadOnlyList<ClaimMail.Mail>> ClaimAsync(
        MailPace.Share share,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateServerScope();
        var upTo = share.AwaitedOnly ? MailKind.Awaited : MailKind.Membership;
        return (
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new ClaimMail.Command(share.Most, upTo), cancellationToken)
        ).Value;
    }

    // Over one connection. Returns the number of mails that the server took.
    private async Task<int> SendAsync(ClaimMail.Mail[] mails, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var sent = 0;
        await using var batch = server.NewBatch();
        foreach (var mail in mails)
        {
            var fault = await TryAsync(batch, mail, cancellationToken);
            sent += fault is null ? 1 : 0;
            var outcome = await mediator.Send(new SettleMail.Command(mail.Id, fault), cancellationToken);
            if (outcome is { Succeeded: true, Value.GivenUp: true })
            {
                logger.LogError("Mail {MailId} failed too often and is given up; /admin/mail shows it", mail.Id);
            }
        }

        return sent;
    }

    private async Task<MailFault?> TryAsync(IMailBatch batch, ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeLimit);
        try
        {
            await batch.SendAsync(mail, limited.Token);
            return null;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // The message of another exception can name the address.
            var fault = (failed as MailNotSentException)?.Fault
                ?? new MailFault(MailFaultKind.Other, failed.GetType().Name);
            logger.LogWarning(
                "Mail {MailId} was not sent by {Server}: {Cause}",
                mail.Id,
                server.Name,
                fault.InEnglish(words)
            );
            return fault;
        }
    }
}
