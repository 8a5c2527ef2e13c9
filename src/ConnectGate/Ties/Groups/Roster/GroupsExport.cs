using ConnectGate.Foundation.Portability;
using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Ties.Groups.Roster;

/// <summary>The groups that the member belongs to, and the invitations from and to them.</summary>
internal sealed class GroupsExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Group), typeof(Membership), typeof(Invitation)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now) =>
        [
            ExportTable.Of(
                "groups",
                from membership in context.Memberships
                where membership.MemberId == memberId
                orderby membership.Id
                select new { Membership = membership, membership.Group },
                found => new
                {
                    found.Group.Kind,
                    found.Group.Name,
                    found.Group.About,
                    found.Group.Place,
                    found.Group.BeginsOn,
                    found.Group.EndsOn,
                    found.Membership.JoinedAt,
                    found.Membership.IsListed,
                    found.Membership.IsOrganiser,
                }
            ),
            // Whether the invited person declined stays hidden.
            ExportTable.Of(
                "invitations-sent",
                from invitation in context.Invitations
                where invitation.InvitedById == memberId
                join invitedTo in context.Groups on invitation.GroupId equals invitedTo.Id
                orderby invitation.Id
                select new
                {
                    Group = invitedTo.Name,
                    invitation.Email,
                    invitation.At,
                },
                row => row
            ),
            ExportTable.Of(
                "invitations-received",
                from account in context.Users
                where account.Id == memberId
                join invitation in context.Invitations on account.NormalizedEmail equals invitation.NormalizedEmail
                join invitedTo in context.Groups on invitation.GroupId equals invitedTo.Id
                orderby invitation.Id
                select new
                {
                    Group = invitedTo.Name,
                    invitation.At,
                    invitation.DeclinedAt,
                },
                row => row
            ),
        ];
}
