namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>The addresses that are invited to a group and have not been accepted for; to its organisers.</summary>
public static class ListInvited
{
    /// <summary>A page of it, latest invited first. Null where the current member doesn't organise the group.</summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, string? Cursor = null) : IQuery<View?>;

    /// <summary>The page.</summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Closed">Whether it is closed: then nobody is invited any more.</param>
    /// <param name="Most">How many can be invited at a time.</param>
    /// <param name="Invited">The addresses.</param>
    public sealed record View(string Id, string Name, bool Closed, int Most, Page<Row> Invited);

    /// <summary>One address. Whether it has an account, or its owner declined, is not among what is told.</summary>
    public sealed record Row(string Email, DateTime At);

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await groups.FindAsync(query.Id, cancellationToken) is not { Mine.IsOrganiser: true, Group: var group })
            {
                return null;
            }

            var invited = context.Invitations.AsNoTracking().Where(invitation => invitation.GroupId == group.Id);
            if (Cursor.Parse(query.Cursor) is { } after)
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
                Cursor.Page(found, row => new Cursor(row.At, row.Id), row => new Row(row.Email, row.At))
            );
        }
    }
}
