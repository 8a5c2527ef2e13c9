using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator does not let somebody in who waits.</summary>
public static class RefuseApplicant
{
    /// <summary>
    /// Tells them by mail and removes the account with all they wrote; nobody else ever saw it. Not found where nobody
    /// waits under that handle.
    /// </summary>
    /// <param name="Handle">Of who waits.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Applicants applicants, AccountMail mail, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await applicants.FindToDecideAsync(command.Handle, cancellationToken) is not var (account, member))
            {
                return Outcome<Done>.NotFound();
            }

            // Whom it concerns is not written down: the log cannot forget, and they were no member.
            context.Audit.Add(
                new AuditEntry
                {
                    At = actor.Now,
                    ActorId = actor.Id,
                    Act = AuditAct.DidNotLetIn,
                    Reason = "",
                }
            );
            await mail.NotLetInAsync(account.Email!, cancellationToken);
            context.Members.Remove(member);
            context.Users.Remove(account);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
