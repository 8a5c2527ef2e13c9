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
    [Audited(AuditAct.LetIn)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        Applicants applicants,
        AccountMail mail,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await applicants.FindToDecideAsync(command.Handle, cancellationToken) is not var (account, _))
            {
                return Outcome<Done>.NotFound();
            }

            account.LetIn(actor.Sender);
            trail.Tell(AuditAct.LetIn, subjectId: account.Id);
            await mail.LetInAsync(account.Email!, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
