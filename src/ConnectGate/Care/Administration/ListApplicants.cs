using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

/// <summary>The applicants with their texts. This is a command because the audit log records the view.</summary>
public static class ListApplicants
{
    /// <summary>One page, the longest wait first.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ViewedApplicants)]
    public sealed record Command(string? Cursor = null) : ICommand<Page<Applicant>>;

    internal sealed class Handler(ConnectGateContext context, AuditTrail trail, Cursors<Command> cursors)
        : IRequestHandler<Command, Outcome<Page<Applicant>>>
    {
        public async Task<Outcome<Page<Applicant>>> Handle(Command command, CancellationToken cancellationToken)
        {
            trail.Tell(AuditAct.ViewedApplicants);
            var waiting = context.Users.AsNoTracking().WhoWait();
            if (cursors.Read(command.Cursor) is { } after)
            {
                waiting = waiting.Where(account =>
                    account.WaitsSince > after.At || (account.WaitsSince == after.At && account.Id > after.Id)
                );
            }

            var rows =
                from account in waiting
                join member in context.Members on account.Id equals member.Id
                orderby account.WaitsSince, account.Id
                select new
                {
                    account.Id,
                    Row = new Applicant(
                        member.Handle,
                        member.DisplayName,
                        account.Email!,
                        account.WaitsSince!.Value,
                        account.Application ?? ""
                    ),
                };
            return cursors.Page(
                await rows.Take(Page<Applicant>.Size + 1).ToListAsync(cancellationToken),
                row => new Cursor(row.Id) { At = row.Row.Since },
                row => row.Row
            );
        }
    }
}
