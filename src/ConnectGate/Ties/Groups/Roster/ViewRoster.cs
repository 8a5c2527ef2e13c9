namespace ConnectGate.Ties.Groups.Roster;

/// <summary>Who belongs to a group: to members those who agreed to be listed, to organisers everybody.</summary>
public static class ViewRoster
{
    /// <summary>A page of it, latest joined first. Null where the current member doesn't belong to the group.</summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, string? Cursor = null) : IQuery<View?>;

    /// <summary>The page.</summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Organised">Whether the reader organises it, and so sees everybody.</param>
    /// <param name="People">Who belongs.</param>
    public sealed record View(string Id, string Name, GroupKind Kind, bool Organised, Page<Row> People);

    /// <summary>One who belongs.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="Organises">Whether they organise the group.</param>
    /// <param name="Listed">Whether they are on the roster; where not, only organisers see this row.</param>
    /// <param name="IsMe">Whether it is the reader.</param>
    public sealed record Row(
        string Handle,
        string DisplayName,
        string Headline,
        bool Organises,
        bool Listed,
        bool IsMe
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await groups.FindAsync(query.Id, cancellationToken) is not { } found)
            {
                return null;
            }

            var (me, now, after) = (actor.Id, actor.Now, Cursor.Parse(query.Cursor));
            var belong = (found.Mine.IsOrganiser ? context.Memberships : context.OnRoster(now)).Where(membership =>
                membership.GroupId == found.Group.Id
            );
            if (after is { } last)
            {
                belong = belong.Where(membership =>
                    membership.JoinedAt < last.At || (membership.JoinedAt == last.At && membership.Id < last.Id)
                );
            }

            var people = await (
                from membership in belong
                join member in context.Members on membership.MemberId equals member.Id
                orderby membership.JoinedAt descending, membership.Id descending
                select new
                {
                    membership.JoinedAt,
                    membership.Id,
                    Row = new Row(
                        member.Handle,
                        member.DisplayName,
                        member.Headline,
                        membership.IsOrganiser,
                        membership.IsListed,
                        member.Id == me
                    ),
                }
            )
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return new View(
                found.Group.PublicId,
                found.Group.Name,
                found.Group.Kind,
                found.Mine.IsOrganiser,
                Cursor.Page(people, row => new Cursor(row.JoinedAt, row.Id), row => row.Row)
            );
        }
    }
}
