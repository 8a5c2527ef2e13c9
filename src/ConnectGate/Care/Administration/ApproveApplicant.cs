using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator lets somebody in who waits.</summary>
public static class ApproveApplicant
{
    /// <summary>
    /// Lets them in and tells them by mail; what they wrote is forgotten. Not found where nobody waits under that
    /// handle.
    /// </summary>
    /// <param name="Handle">Of who waits.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Applicants applicants, AccountMail mail, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await applicants.FindToDecideAsync(command.Handle, cancellationToken) is not var (account, _))
            {
                return Outcome<Done>.NotFound();
            }

            account.LetIn();
            context.Audit.Add(
                new AuditEntry
                {
                    At = actor.Now,
                    ActorId = actor.Id,
                    Act = AuditAct.LetIn,
                    SubjectId = account.Id,
                    Reason = "",
                }
            );
            await mail.LetInAsync(account.Email!, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
