namespace ConnectGate.Ties.Groups.Roster;

/// <summary>An organiser removes a member from a group. The removed member is notified.</summary>
public static class RemoveMember
{
    /// <summary>
    /// The member to be removed. Null where the current member doesn't organise the group, or the other member doesn't
    /// belong to it or also organises it.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id, string Handle) : IQuery<GroupSeen.Person?>;

    /// <summary>
    /// Not found where the current member doesn't organise the group, or the other member doesn't belong to it.
    /// Refused: <c>suspended</c>; <c>organiser-removed</c> for any organiser, also for the current member themself.
    /// </summary>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups, IMediator mediator)
        : IRequestHandler<Query, GroupSeen.Person?>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<GroupSeen.Person?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (
                await groups.FindAsync(query.Id, cancellationToken) is not { Mine.IsOrganiser: true } found
                || People.Members.Handle.Of(query.Handle)?.Value is not { } handle
            )
            {
                return null;
            }

            return await (
                from membership in context.Memberships
                where membership.GroupId == found.Group.Id && !membership.IsOrganiser
                join member in context.Members on membership.MemberId equals member.Id
                where member.Handle == handle
                select new GroupSeen.Person(member.Handle, member.DisplayName)
            ).SingleOrDefaultAsync(cancellationToken);
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockToOrganiseAsync(command.Id, command.Handle, cancellationToken) is not { } membership)
            {
                return Outcome<Done>.NotFound();
            }

            if (membership.IsOrganiser)
            {
                return Outcome<Done>.Refused([new Refusal("organiser-removed", "", Words.Of("organiser-removed"))]);
            }

            context.Memberships.Remove(membership);
            await mediator.Publish(new MemberRemoved(membership.Group, membership.MemberId), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
