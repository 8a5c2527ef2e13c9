namespace ConnectGate.Care.Administration;

/// <summary>The addresses that may register and have no account yet.</summary>
public static class ListInvitations
{
    /// <summary>One page, the newest first.</summary>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>?>;

    /// <param name="Email">The address as it was typed.</param>
    public sealed record Row(string Email, DateTime At);

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors)
        : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var admitted = context
                .Admitted.AsNoTracking()
                .Where(admitted => !context.Users.Any(account => account.NormalizedEmail == admitted.NormalizedEmail));
            if (cursors.Read(query.Cursor) is { } after)
            {
                admitted = admitted.Where(row => row.At < after.At || (row.At == after.At && row.Id < after.Id));
            }

            var rows = await admitted
                .OrderByDescending(row => row.At)
                .ThenByDescending(row => row.Id)
                .Select(row => new { row.Id, Row = new Row(row.Email, row.At) })
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(rows, row => new Cursor(row.Id) { At = row.Row.At }, row => row.Row);
        }
    }
}
