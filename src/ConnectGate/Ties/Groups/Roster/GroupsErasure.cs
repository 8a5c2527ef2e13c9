using ConnectGate.Foundation.Portability;
using ConnectGate.People.Accounts;
using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Ties.Groups.Roster;

/// <summary>The member's place in groups.</summary>
internal sealed class GroupsErasure(ConnectGateContext context, Actor actor) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(Group)] = "stays as it is; without another organiser it gets one, or is closed",
            [typeof(Membership)] = "deleted",
            [typeof(Invitation)] = "invitations to the address are deleted; those that the member sent stay",
        };

    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        var id = leaver.Id;
        var alone = await context
            .Memberships.Include(mine => mine.Group)
            .Where(mine =>
                mine.MemberId == id
                && mine.IsOrganiser
                && !context.Memberships.Any(other =>
                    other.GroupId == mine.GroupId && other.IsOrganiser && other.MemberId != id
                )
            )
            .ToListAsync(cancellationToken);
        foreach (var mine in alone)
        {
            await HandOverAsync(mine, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.Memberships.Where(mine => mine.MemberId == id).ExecuteDeleteAsync(cancellationToken);
        await context
            .Invitations.Where(invitation => invitation.NormalizedEmail == leaver.NormalizedEmail)
            .ExecuteDeleteAsync(cancellationToken);
    }

    // Only a member of the roster can organise, because the group's page names its organisers.
    private async Task HandOverAsync(Membership mine, CancellationToken cancellationToken)
    {
        var present = context.Users.WhoAreIn();
        var heir = await context
            .Memberships.Where(other =>
                other.GroupId == mine.GroupId
                && other.MemberId != mine.MemberId
                && other.IsListed
                && present.Any(account => account.Id == other.MemberId)
            )
            .OrderBy(other => other.JoinedAt)
            .ThenBy(other => other.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (heir is not null)
        {
            heir.Organise(true);
        }
        else if (mine.Group.ClosedAt is null)
        {
            mine.Group.Close(actor.Now);
        }
    }
}
