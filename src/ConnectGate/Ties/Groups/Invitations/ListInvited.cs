namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>The invited addresses of a group that have not accepted yet; for its organisers only.</summary>
public static class ListInvited
{
    /// <summary>A page, latest invitation first. Null where the current member doesn't organise the group.</summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, string? Cursor = null) : IQuery<View?>;

    /// <param name="Closed">Whether the group is closed: then nobody can be invited.</param>
    /// <param name="Most">The most invitations at a time.</param>
    public sealed record View(string Id, string Name, bool Closed, int Most, Page<Row> Invited);

    /// <summary>
    /// One address. Organisers must not learn whether it has an account or its owner declined, so neither is here.
    /// </summary>
    public sealed record Row(string Email, DateTime At);

    internal sealed class Handler(ConnectGateContext context, MyGroups groups, Cursors<Query> cursors)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await groups.FindAsync(query.Id, cancellationToken) is not { Mine.IsOrganiser: true, Group: var group })
            {
                return null;
            }

            var invited = context.Invitations.AsNoTracking().Where(invitation => invitation.GroupId == group.Id);
            if (cursors.Read(query.Cursor) is { } after)
            {
                invited = invited.Where(invitation =>
                    invitation.At < after.At || (invitation.At == after.At && invitation.Id < after.Id)
                );
            }

            var found = await invited
                .OrderByDescending(invitation => invitation.At)
                .ThenByDescending(invitation => invitation.Id)
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return new View(
                group.PublicId,
                group.Name,
                group.ClosedAt is not null,
                group.RecognisedAt is null ? Invitation.Most : Invitation.MostOfRecognised,
                cursors.Page(found, row => new Cursor(row.Id) { At = row.At }, row => new Row(row.Email, row.At))
            );
        }
    }
}
