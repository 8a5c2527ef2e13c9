using ConnectGate.People.Accounts;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a member with a confirmed address of an invitation, once per group. If the address is confirmed later, the
/// notification comes then. An invitation by an organiser whom the member blocked causes none. Answering an invitation
/// marks its notification as read. A removed member learns of the removal, but not the organiser's name.
/// </summary>
internal sealed class TellOfGroups(ConnectGateContext context, Actor actor)
    : INotificationHandler<AttendeesInvited>,
        INotificationHandler<AddressConfirmed>,
        INotificationHandler<InvitationEnded>,
        INotificationHandler<MemberRemoved>
{
    private DateTime Now => actor.Now;

    public async Task Handle(AttendeesInvited notification, CancellationToken cancellationToken)
    {
        var group = notification.Group;
        var blockers = context.Blocks.BlockersOf(notification.InviterId);
        var invited = await context
            .Users.Where(account =>
                account.EmailConfirmed
                && notification.NormalizedEmails.Contains(account.NormalizedEmail!)
                && !context.Memberships.Any(membership =>
                    membership.GroupId == group.Id && membership.MemberId == account.Id
                )
                && !blockers.Contains(account.Id)
                && !context.Notifications.Any(told =>
                    told.MemberId == account.Id
                    && told.Kind == NotificationKind.InvitedToGroup
                    && told.Subject == group.PublicId
                )
            )
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        context.Notifications.AddRange(invited.Select(memberId => Invited(memberId, group)));
    }

    public async Task Handle(AddressConfirmed notification, CancellationToken cancellationToken)
    {
        var (account, email) = (notification.Account, notification.Account.NormalizedEmail);
        var invitedTo = await (
            from invitation in context.Invitations
            where invitation.NormalizedEmail == email && invitation.DeclinedAt == null
            join open in context.Groups on invitation.GroupId equals open.Id
            where
                open.ClosedAt == null
                && !context.Memberships.Any(membership =>
                    membership.GroupId == open.Id && membership.MemberId == account.Id
                )
                && !context.Notifications.Any(told =>
                    told.MemberId == account.Id
                    && told.Kind == NotificationKind.InvitedToGroup
                    && told.Subject == open.PublicId
                )
            select open
        ).ToListAsync(cancellationToken);
        context.Notifications.AddRange(invitedTo.Select(group => Invited(account.Id, group)));
    }

    public Task Handle(InvitationEnded notification, CancellationToken cancellationToken)
    {
        var now = Now;
        return context
            .Notifications.Where(told =>
                told.Kind == NotificationKind.InvitedToGroup
                && told.Subject == notification.Group.PublicId
                && told.ReadAt == null
                && context.Users.Any(account =>
                    account.Id == told.MemberId && account.NormalizedEmail == notification.NormalizedEmail
                )
            )
            .ExecuteUpdateAsync(set => set.SetProperty(told => told.ReadAt, now), cancellationToken);
    }

    public Task Handle(MemberRemoved notification, CancellationToken cancellationToken)
    {
        context.Notifications.Add(
            new Notification
            {
                MemberId = notification.MemberId,
                Kind = NotificationKind.RemovedFromGroup,
                Subject = Foundation.Data.PublicId.Next(), // a member can be removed more than once
                GroupId = notification.Group.Id,
                VisibleFrom = Now,
            }
        );
        return Task.CompletedTask;
    }

    private Notification Invited(long memberId, Group group) =>
        new()
        {
            MemberId = memberId,
            Kind = NotificationKind.InvitedToGroup,
            Subject = group.PublicId,
            GroupId = group.Id,
            VisibleFrom = Now,
        };
}
