using System.Net.Mail;
using ConnectGate.Desk.Notifications.Digests;
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
        foreach (var mail in claimed)
        {
            var sent = await TryAsync(mail, cancellationToken);
            var outcome = await mediator.Send(new SettleMail.Command(mail.Id, sent), cancellationToken);
            if (outcome is { Succeeded: true, Value.GivenUp: true })
            {
                logger.LogError(
                    "Mail {MailId} could not be sent after {Tries} tries and was given up",
                    mail.Id,
                    SettleMail.MostTries
                );
            }
        }

        return claimed.Count == Batch;
    }

    private async Task<bool> TryAsync(ClaimMail.Mail mail, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(TimeLimit);
        try
        {
            await server.SendAsync(mail, limited.Token);
            return true;
        }
        catch (SmtpException refused)
        {
            // The message can contain the address.
            logger.LogWarning("Mail {MailId} was not taken: {Status}", mail.Id, refused.StatusCode);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Mail {MailId} was not sent: {Kind}", mail.Id, failed.GetType().Name);
        }

        return false;
    }
}

/// <summary>
/// Writes the digests that are due, every minute. Every node has this worker. The database makes sure that each digest
/// is written once.
/// </summary>
internal sealed class DigestWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestWorker> logger)
    : PeriodicWorker(TimeSpan.FromMinutes(1), clock, logger)
{
    private const int Batch = 20;

    public override async Task<bool> OnceAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateServerScope();
        var written = (
            await scope
                .ServiceProvider.GetRequiredService<IMediator>()
                .Send(new SendDigests.Command(Batch), cancellationToken)
        ).Value;
        if (written > 0)
        {
            logger.LogInformation("{Count} digests written", written);
        }

        return written == Batch;
    }
}
