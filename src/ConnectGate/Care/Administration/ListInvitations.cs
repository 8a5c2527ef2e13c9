namespace ConnectGate.Care.Administration;

/// <summary>Who is on the list of those who may register, and has not yet.</summary>
public static class ListInvitations
{
    /// <summary>A page of them, the latest first.</summary>
    /// <param name="Cursor">Where the page begins, from the page before.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>?>;

    /// <summary>One address.</summary>
    /// <param name="Email">As it was typed.</param>
    /// <param name="At">When it was put on the list.</param>
    public sealed record Row(string Email, DateTime At);

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var admitted = context
                .Admitted.AsNoTracking()
                .Where(admitted => !context.Users.Any(account => account.NormalizedEmail == admitted.NormalizedEmail));
            if (Cursor.Parse(query.Cursor) is { } after)
            {
                admitted = admitted.Where(row => row.At < after.At || (row.At == after.At && row.Id < after.Id));
            }

            var rows = await admitted
                .OrderByDescending(row => row.At)
                .ThenByDescending(row => row.Id)
                .Select(row => new { row.Id, Row = new Row(row.Email, row.At) })
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return Cursor.Page(rows, row => new Cursor(row.Row.At, row.Id), row => row.Row);
        }
    }
}
