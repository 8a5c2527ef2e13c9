using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Administration;

/// <summary>One applicant. This is a command because the audit log records the view.</summary>
public static class ViewApplicant
{
    /// <summary>Not found where no applicant waits under that handle.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ViewedApplicants)]
    public sealed record Command(string Handle) : ICommand<Applicant>;

    internal sealed class Handler(Applicants applicants, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Applicant>>
    {
        public async Task<Outcome<Applicant>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await applicants.FindToDecideAsync(command.Handle, cancellationToken) is not var (account, member))
            {
                return Outcome<Applicant>.NotFound();
            }

            // Names nobody: a refused applicant leaves no trace.
            trail.Tell(AuditAct.ViewedApplicants);
            return new Applicant(
                member.Handle,
                member.DisplayName,
                account.Email!,
                account.WaitsSince!.Value,
                account.Application ?? ""
            );
        }
    }
}
