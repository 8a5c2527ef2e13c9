using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator admits an applicant.</summary>
public static class ApproveApplicant
{
    /// <summary>
    /// Sends the applicant a mail and deletes their application text. Not found where no applicant waits under that
    /// handle.
    /// </summary>
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
