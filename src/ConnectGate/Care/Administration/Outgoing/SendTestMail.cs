using ConnectGate.Foundation;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Mail;
using Microsoft.Extensions.Options;

namespace ConnectGate.Care.Administration.Outgoing;

/// <summary>
/// Sends a mail that says only that mail works. It takes the way of every other mail: <see cref="ListMail"/> shows it
/// until the server has accepted it.
/// </summary>
public static class SendTestMail
{
    /// <summary>Refused: the code of <see cref="EmailAddress.Check"/>, field <c>email</c>.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.SentTestMail)]
    public sealed record Command(string? Email) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        Outbox outbox,
        IOptions<SiteOptions> site,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            outbox.Add(
                MailKind.Awaited,
                email,
                actor.Say(Words.Format("mail-test-subject", site.Value.Name)),
                actor.Say(Words.Format("mail-test-body", site.Value.Name))
            );
            trail.Tell(AuditAct.SentTestMail);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
