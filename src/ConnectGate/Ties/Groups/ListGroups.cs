using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Ties.Groups;

/// <summary>The current member's groups or gatherings, and the open invitations to others.</summary>
public static class ListGroups
{
    /// <summary>
    /// A page of the groups or gatherings that the member belongs to. Groups have the latest joined first, gatherings
    /// the latest to begin.
    /// </summary>
    /// <param name="Past">Whether to list the past ones: closed, or with a last day before today. Otherwise lists only
    /// the others.</param>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(GroupKind Kind, bool Past = false, string? Cursor = null) : IQuery<View>;

    /// <param name="Mine">The groups or gatherings that the member belongs to.</param>
    /// <param name="Invitations">The groups or gatherings that the member is invited to, ordered by name; at most
    /// <see cref="MostInvitations"/>.</param>
    public sealed record View(Page<Row> Mine, IReadOnlyList<Row> Invitations);

    /// <param name="About">The organisers' description; may be empty.</param>
    /// <param name="BeginsOn">The first day of a gathering; null for a group.</param>
    /// <param name="EndsOn">The last day of a gathering; null for a group.</param>
    /// <param name="Place">Null for a group.</param>
    /// <param name="Recognised">Whether a moderator recognised it.</param>
    /// <param name="Organised">Whether the current member organises it.</param>
    /// <param name="Listed">Whether the current member is on its roster.</param>
    public sealed record Row(
        string Id,
        string Name,
        string About,
        DateOnly? BeginsOn,
        DateOnly? EndsOn,
        string? Place,
        bool Recognised,
        bool Closed,
        bool Organised,
        bool Listed
    );

    /// <summary>The most invitations in one answer. An answered invitation makes room for another.</summary>
    public const int MostInvitations = 20;

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        InvitationsToMe invitations,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, kind) = (actor.Id, query.Kind);
            var found = await In(query, me)
                .Take(Page<Row>.Size + 1)
                .Select(membership => new { membership.Group, Mine = membership })
                .AsNoTracking()
                .ToListAsync(cancellationToken);
            var invited = await invitations
                .All()
                .AsNoTracking()
                .Where(invitation => invitation.Group.Kind == kind)
                .OrderBy(invitation => invitation.Group.Name)
                .ThenBy(invitation => invitation.Group.Id)
                .Take(MostInvitations)
                .Select(invitation => invitation.Group)
                .ToListAsync(cancellationToken);
            return new View(
                cursors.Page(
                    found,
                    row => new Cursor(row.Mine.Id) { At = AtOf(row.Group, row.Mine) },
                    row => Shown(row.Group, row.Mine)
                ),
                [.. invited.Select(group => Shown(group, null))]
            );
        }

        private IQueryable<Membership> In(Query query, long me)
        {
            var today = DateOnly.FromDateTime(actor.Now);
            var (kind, past) = (query.Kind, query.Past);
            var mine = context.Memberships.Where(membership =>
                membership.MemberId == me
                && membership.Group.Kind == kind
                && (membership.Group.ClosedAt != null || membership.Group.EndsOn < today) == past
            );
            var after = cursors.Read(query.Cursor);
            if (kind == GroupKind.Gathering)
            {
                var (day, last) = (DateOnly.FromDateTime(after?.At ?? DateTime.MaxValue), after?.Id ?? 0);
                return mine.Where(membership =>
                        after == null
                        || membership.Group.BeginsOn < day
                        || (membership.Group.BeginsOn == day && membership.Id < last)
                    )
                    .OrderByDescending(membership => membership.Group.BeginsOn)
                    .ThenByDescending(membership => membership.Id);
            }

            return mine.Where(membership =>
                    after == null
                    || membership.JoinedAt < after.At
                    || (membership.JoinedAt == after.At && membership.Id < after.Id)
                )
                .OrderByDescending(membership => membership.JoinedAt)
                .ThenByDescending(membership => membership.Id);
        }

        private static DateTime AtOf(Group group, Membership mine) =>
            group.BeginsOn?.ToDateTime(TimeOnly.MinValue) ?? mine.JoinedAt;

        private static Row Shown(Group group, Membership? mine) =>
            new(
                group.PublicId,
                group.Name,
                group.About,
                group.BeginsOn,
                group.EndsOn,
                group.Place,
                group.RecognisedAt is not null,
                group.ClosedAt is not null,
                mine?.IsOrganiser ?? false,
                mine?.IsListed ?? false
            );
    }
}
