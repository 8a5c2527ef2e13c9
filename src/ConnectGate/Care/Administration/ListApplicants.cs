using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration;

public static class ListApplicants
{
    /// <summary>One page, the longest wait first.</summary>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Applicant>?>;

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Applicant>?>
    {
        public async Task<Page<Applicant>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var waiting = context.Users.AsNoTracking().WhoWait();
            if (cursors.Read(query.Cursor) is { } after)
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
