using ConnectGate.Data;
using ConnectGate.Members;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Groups;

/// <summary>A member answers an invitation to a group or gathering that went to their confirmed address.</summary>
public static class AnswerInvitation
{
    /// <summary>What the current member is invited to; null where they are not, or answered.</summary>
    /// <param name="Id">The group's public id.</param>
    public sealed record Query(string Id) : IQuery<GroupSeen?>;

    /// <summary>
    /// Accepts, and belongs; the invitation is gone. Not found where the current member is not invited, answered already, or the group is closed. Refused: <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="ListMe">Whether to be on the roster.</param>
    public sealed record Accept(string Id, bool ListMe) : ICommand<Done>;

    /// <summary>Declines. To the organisers it goes on reading "invited". Not found as for <see cref="Accept"/>.</summary>
    /// <param name="Id">The group's public id.</param>
    public sealed record Decline(string Id) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context, ICurrentMember currentMember, MyGroups groups, IMediator mediator, TimeProvider clock)
        : IRequestHandler<Query, GroupSeen?>, IRequestHandler<Accept, Outcome<Done>>, IRequestHandler<Decline, Outcome<Done>>
    {
        public async Task<GroupSeen?> Handle(Query request, CancellationToken cancellationToken) =>
            await FindAsync(request.Id, cancellationToken) is { Group: var group } ? await GroupSeen.OfAsync(context, group, cancellationToken) : null;

        public async Task<Outcome<Done>> Handle(Accept request, CancellationToken cancellationToken)
        {
            if (await HoldAsync(request.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            var now = clock.GetUtcNow().UtcDateTime;
            if (await groups.SuspendedAsync(now, cancellationToken))
            {
                return Outcome<Done>.Refused([Suspension.Refusal]);
            }

            context.Invitations.Remove(found.Invitation);
            await groups.JoinAsync(found.Group, request.ListMe, now, cancellationToken);
            return await EndAsync(found, cancellationToken);
        }

        public async Task<Outcome<Done>> Handle(Decline request, CancellationToken cancellationToken)
        {
            if (await HoldAsync(request.Id, cancellationToken) is not { } found)
            {
                return Outcome<Done>.NotFound();
            }

            found.Invitation.DeclinedAt = clock.GetUtcNow().UtcDateTime;
            return await EndAsync(found, cancellationToken);
        }

        private async Task<Outcome<Done>> EndAsync(InvitationsToMe.Found found, CancellationToken cancellationToken)
        {
            await mediator.Publish(new InvitationEnded(found.Group, found.Invitation.NormalizedEmail), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private Task<InvitationsToMe.Found?> FindAsync(string id, CancellationToken cancellationToken) =>
            context.InvitationsTo(currentMember.Id).SingleOrDefaultAsync(found => found.Group.PublicId == id, cancellationToken);

        private async Task<InvitationsToMe.Found?> HoldAsync(string id, CancellationToken cancellationToken)
        {
            if (await FindAsync(id, cancellationToken) is not { } found)
            {
                return null;
            }

            await groups.HoldAsync(found.Group, cancellationToken);
            context.ChangeTracker.Clear();
            return await FindAsync(id, cancellationToken);
        }
    }
}

/// <summary>The invitations that a member can answer: to their confirmed address, undeclined, of a group that is open.</summary>
internal static class InvitationsToMe
{
    public static IQueryable<Found> InvitationsTo(this ConnectGateContext context, long memberId) =>
        from account in context.Users
        where account.Id == memberId && account.EmailConfirmed
        join invitation in context.Invitations on account.NormalizedEmail equals invitation.NormalizedEmail
        join invitedTo in context.Groups on invitation.GroupId equals invitedTo.Id
        where invitation.DeclinedAt == null && invitedTo.ClosedAt == null
            && !context.Memberships.Any(membership => membership.GroupId == invitedTo.Id && membership.MemberId == memberId)
        select new Found { Group = invitedTo, Invitation = invitation };

    /// <summary>An invitation, and to what.</summary>
    internal sealed class Found
    {
        public required Group Group { get; init; }
        public required Invitation Invitation { get; init; }
    }
}
