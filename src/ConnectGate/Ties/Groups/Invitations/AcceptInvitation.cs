namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>A member accepts an invitation to a group or gathering that went to their confirmed address.</summary>
public static class AcceptInvitation
{
    /// <summary>What the current member is invited to; null where they are not, or answered.</summary>
    /// <param name="Id">The group's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<GroupSeen?>;

    /// <summary>
    /// Accepts, and belongs; the invitation is gone. Not found where the current member is not invited, answered
    /// already, or the group is closed. Refused: <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="ListMe">Whether to be on the roster.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, bool ListMe) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        MyGroups groups,
        InvitationsToMe invitations,
        IMediator mediator,
        Actor actor
    ) : IRequestHandler<Query, GroupSeen?>, IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<GroupSeen?> Handle(Query query, CancellationToken cancellationToken) =>
            await invitations.FindAsync(query.Id, cancellationToken) is { Group: var group }
                ? await GroupSeen.OfAsync(context, group, cancellationToken)
                : null;

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await invitations.LockAsync(command.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            var now = actor.Now;
            context.Invitations.Remove(found.Invitation);
            await groups.JoinAsync(found.Group, command.ListMe, now, cancellationToken);
            await mediator.Publish(
                new InvitationEnded(found.Group, found.Invitation.NormalizedEmail),
                cancellationToken
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
