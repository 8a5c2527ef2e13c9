using ConnectGate.Foundation.Audit;
using ConnectGate.People.Mail;

namespace ConnectGate.Care.Administration.Outgoing;

/// <summary>
/// Tries mail at once that failed or was given up, for instance after the mail server was corrected. The tries are
/// counted anew.
/// </summary>
public static class SendMailAgain
{
    /// <summary>Changes nothing where that mail has left, waits or is being sent.</summary>
    /// <param name="Id">From <see cref="ListMail"/>; null for all mail that failed or was given up.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.SentMailAgain, MayChangeNothing = true)]
    public sealed record Command(long? Id = null) : ICommand<Again>;

    /// <param name="Count">How many mails are tried now.</param>
    public sealed record Again(int Count);

    internal sealed class Handler(ConnectGateContext context, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Again>>
    {
        public async Task<Outcome<Again>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var failed = context.OutgoingMail.Where(mail => mail.Fault != null);
            if (command.Id is { } id)
            {
                failed = failed.Where(mail => mail.Id == id);
            }

            var count = await failed.ExecuteUpdateAsync(
                set => set.SetProperty(mail => mail.DueAt, now).SetProperty(mail => mail.FailedTries, 0),
                cancellationToken
            );
            if (count > 0)
            {
                trail.Tell(AuditAct.SentMailAgain);
            }

            return new Again(count);
        }
    }
}
