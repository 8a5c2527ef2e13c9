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
    TimeProvider clock,
    ILogger<MailWorker> logger
) : PeriodicWorker(TimeSpan.FromSeconds(2), clock, logger)
{
    // A batch must end before its claim expires, even if every try reaches the time limit.
    private const int Batch = 8;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var claimed = (await mediator.Send(new ClaimMail.Command(Batch), cancellationToken)).Value;
        if (claimed.Count == 0)
        {
            return false;
        }

        var sent = 0;
        await using var batch = server.NewBatch();
        foreach (var mail in claimed)
        {
            var taken = await TryAsync(batch, mail, cancellationToken);
            sent += taken ? 1 : 0;
            var outcome = await mediator.Send(new SettleMail.Command(mail.Id, taken), cancellationToken);
            if (outcome is { Succeeded: true, Value.GivenUp: true })
            {
                logger.LogError(
                    "Mail {MailId} could not be sent in {Tries} tries and is given up",
                    mail.Id,
                    SettleMail.MostTries
                );
            }
        }

        logger.LogInformation("{Sent} of {Claimed} mails sent by {Server}", sent, claimed.Count, server.Name);
        return claimed.Count == Batch;
    }

    private async Task<bool> TryAsync(IMailBatch batch, ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeLimit);
        try
        {
            await batch.SendAsync(mail, limited.Token);
            return true;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            // The message of another exception can name the address.
            var cause = failed is MailNotSentException ? failed.Message : failed.GetType().Name;
            logger.LogWarning("Mail {MailId} was not sent by {Server}: {Cause}", mail.Id, server.Name, cause);
            return false;
        }
    }
}
