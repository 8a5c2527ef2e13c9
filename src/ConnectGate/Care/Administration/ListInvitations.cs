using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Administration;

/// <summary>
/// The addresses that may register and have no account yet. This is a command because the audit log records the view.
/// </summary>
public static class ListInvitations
{
    /// <summary>One page, the newest first.</summary>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ViewedInvitations)]
    public sealed record Command(string? Cursor = null) : ICommand<Page<Row>>;

    /// <param name="Email">The address as it was typed.</param>
    /// <param name="Name">From an imported file; may be empty.</param>
    public sealed record Row(string Email, DateTime At, string Name);

    internal sealed class Handler(ConnectGateContext context, AuditTrail trail, Cursors<Command> cursors)
        : IRequestHandler<Command, Outcome<Page<Row>>>
    {
        public async Task<Outcome<Page<Row>>> Handle(Command command, CancellationToken cancellationToken)
        {
            trail.Tell(AuditAct.ViewedInvitations);
            var admitted = context
                .Admitted.AsNoTracking()
                .Where(admitted => !context.Users.Any(account => account.NormalizedEmail == admitted.NormalizedEmail));
            if (cursors.Read(command.Cursor) is { } after)
            {
                admitted = admitted.Where(row => row.At < after.At || (row.At == after.At && row.Id < after.Id));
            }

            var rows = await admitted
                .OrderByDescending(row => row.At)
                .ThenByDescending(row => row.Id)
                .Select(row => new { row.Id, Row = new Row(row.Email, row.At, row.Name) })
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(rows, row => new Cursor(row.Id) { At = row.Row.At }, row => row.Row);
        }
    }
}
