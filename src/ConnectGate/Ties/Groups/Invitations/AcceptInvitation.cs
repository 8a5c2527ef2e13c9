namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>A member accepts an invitation to a group or gathering that was sent to their confirmed address.</summary>
public static class AcceptInvitation
{
    /// <summary>The group or gathering; null where the current member has no open invitation to it.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<GroupSeen?>;

    /// <summary>
    /// Adds the current member to the group and removes the invitation. Not found where the current member is not
    /// invited or has already answered, or the group is closed. Refused: <c>suspended</c>.
    /// </summary>
    /// <param name="ListMe">Whether the roster lists the member.</param>
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
