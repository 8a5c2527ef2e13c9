using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Groups;

/// <summary>An organiser removes somebody from a group, who is told.</summary>
public static class RemoveMember
{
    /// <summary>
    /// Removes. Not found where the current member doesn't organise the group, or the other doesn't belong to it. Refused: <c>suspended</c>; <c>organiser-removed</c>
    /// for an organiser, oneself included.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Handle">Whom.</param>
    public sealed record Command(string Id, string Handle) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups, IMediator mediator, TimeProvider clock) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await groups.HoldToOrganiseAsync(request.Id, cancellationToken) is not { } found
                || await context.Members.IdOfAsync(request.Handle, cancellationToken) is not { } memberId
                || await context.Memberships.SingleOrDefaultAsync(one => one.GroupId == found.Group.Id && one.MemberId == memberId, cancellationToken) is not { } membership)
            {
                return Outcome<Done>.NotFound();
            }

            if (await groups.SuspendedAsync(clock.GetUtcNow().UtcDateTime, cancellationToken))
            {
                return Outcome<Done>.Refused([Suspension.Refusal]);
            }

            if (membership.IsOrganiser)
            {
                return Outcome<Done>.Refused([new Refusal("organiser-removed", "", Words.Of("organiser-removed"))]);
            }

            context.Memberships.Remove(membership);
            await mediator.Publish(new MemberRemoved(found.Group, memberId), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
