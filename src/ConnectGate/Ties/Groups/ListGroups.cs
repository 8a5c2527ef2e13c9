using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Ties.Groups;

/// <summary>The current member's groups, or gatherings, and what they are invited to.</summary>
public static class ListGroups
{
    /// <summary>A page of those they belong to, latest joined first; of gatherings the latest to begin.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Past">Whether those that are over: closed, or with their last day behind.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(GroupKind Kind, bool Past = false, string? Cursor = null) : IQuery<View>;

    /// <summary>What the page shows.</summary>
    /// <param name="Mine">Those they belong to.</param>
    /// <param name="Invitations">Those of the kind that they are invited to, by name; at most
    /// <see cref="MostInvitations"/>.</param>
    public sealed record View(Page<Row> Mine, IReadOnlyList<Row> Invitations);

    /// <summary>One of them.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="About">What its organisers say about it; may be empty.</param>
    /// <param name="BeginsOn">The first day of a gathering.</param>
    /// <param name="EndsOn">Its last day.</param>
    /// <param name="Place">Where it is.</param>
    /// <param name="Recognised">Whether a moderator recognised it.</param>
    /// <param name="Closed">Whether it is closed.</param>
    /// <param name="Organised">Whether they organise it.</param>
    /// <param name="Listed">Whether they are on its roster.</param>
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

    /// <summary>The most invitations that are shown at once; answered ones make room.</summary>
    public const int MostInvitations = 20;

    internal sealed class Handler(ConnectGateContext context, Actor actor, InvitationsToMe invitations)
        : IRequestHandler<Query, View>
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
                Cursor.Page(
                    found,
                    row => new Cursor(AtOf(row.Group, row.Mine), row.Mine.Id),
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
            var after = Cursor.Parse(query.Cursor);
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
                    || membership.JoinedAt < after.Value.At
                    || (membership.JoinedAt == after.Value.At && membership.Id < after.Value.Id)
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
