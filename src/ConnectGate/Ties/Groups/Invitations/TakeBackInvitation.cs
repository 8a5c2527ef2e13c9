using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>An organiser removes an address from a group's attendee list.</summary>
public static class TakeBackInvitation
{
    /// <summary>Not found where the current member doesn't organise the group, or the address is not invited.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, string Email) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        MyGroups groups,
        ILookupNormalizer normalizer,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = normalizer.NormalizeEmail(command.Email);
            if (
                await groups.LockToOrganiseAsync(command.Id, cancellationToken) is not { Group: var group }
                || await context.Invitations.SingleOrDefaultAsync(
                    invitation => invitation.GroupId == group.Id && invitation.NormalizedEmail == email,
                    cancellationToken
                )
                    is not { } invitation
            )
            {
                return Outcome<Done>.NotFound();
            }

            context.Invitations.Remove(invitation);
            await mediator.Publish(new InvitationEnded(group, email), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
