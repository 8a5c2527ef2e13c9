namespace ConnectGate.Ties.Groups.Roster;

/// <summary>
/// The members of a group. Organisers see all of them; other members see only those who agreed to be listed.
/// </summary>
public static class ViewRoster
{
    /// <summary>A page, latest joined first. Null where the current member doesn't belong to the group.</summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, string? Cursor = null) : IQuery<View?>;

    /// <param name="Organised">Whether the reader organises the group and so sees all its members.</param>
    public sealed record View(string Id, string Name, GroupKind Kind, bool Organised, Page<Row> People);

    /// <param name="Headline">May be empty.</param>
    /// <param name="Organises">Whether they organise the group.</param>
    /// <param name="Listed">Whether they are on the roster. Only organisers see the rows of the others.</param>
    public sealed record Row(string Handle, string DisplayName, string Headline, bool Organises, bool Listed, bool IsMe)
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups, Cursors<Query> cursors)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await groups.FindAsync(query.Id, cancellationToken) is not { } found)
            {
                return null;
            }

            var (me, now, after) = (actor.Id, actor.Now, cursors.Read(query.Cursor));
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
                    )
                    {
                        Photo = member.PhotoVersion,
                    },
                }
            )
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            return new View(
                found.Group.PublicId,
                found.Group.Name,
                found.Group.Kind,
                found.Mine.IsOrganiser,
                cursors.Page(people, row => new Cursor(row.Id) { At = row.JoinedAt }, row => row.Row)
            );
        }
    }
}
