using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

/// <summary>An administrator refuses an applicant.</summary>
public static class RefuseApplicant
{
    /// <summary>
    /// Sends the applicant a mail and deletes the account with everything they wrote. No member ever saw it. Not found
    /// where no applicant waits under that handle.
    /// </summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.DidNotLetIn)]
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Applicants applicants, AccountMail mail, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await applicants.FindToDecideAsync(command.Handle, cancellationToken) is not var (account, member))
            {
                return Outcome<Done>.NotFound();
            }

            // The entry names no applicant: entries are never deleted, and the applicant never was a member.
            trail.Tell(AuditAct.DidNotLetIn);
            await mail.NotLetInAsync(account.Email!, cancellationToken);
            context.Members.Remove(member);
            context.Users.Remove(account);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
