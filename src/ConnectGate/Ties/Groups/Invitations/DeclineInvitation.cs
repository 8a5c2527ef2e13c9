namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>A member declines an invitation to a group or gathering. The organisers still see "invited".</summary>
public static class DeclineInvitation
{
    /// <summary>
    /// Not found where the current member is not invited or has already answered, or the group is closed.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        InvitationsToMe invitations,
        IMediator mediator,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await invitations.LockAsync(command.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            found.Invitation.DeclinedAt = actor.Now;
            await mediator.Publish(
                new InvitationEnded(found.Group, found.Invitation.NormalizedEmail),
                cancellationToken
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
