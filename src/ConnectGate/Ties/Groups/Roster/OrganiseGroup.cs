namespace ConnectGate.Ties.Groups.Roster;

/// <summary>An organiser adds or removes an organiser of a group.</summary>
public static class OrganiseGroup
{
    /// <summary>
    /// Makes a member an organiser, or ends that role. Not found where the current member doesn't organise the group,
    /// or the named member doesn't belong to it. Refused: <c>suspended</c>; <c>organiser-not-listed</c> for a member
    /// who is not on the roster; <c>last-organiser</c>.
    /// </summary>
    /// <param name="Organises">Whether the member is an organiser from now on.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string Handle, bool Organises) : ICommand<Done>;

    /// <summary>The refusal where a group would lose its last organiser.</summary>
    internal static Refusal LastOrganiser => new("last-organiser", "", Words.Of("last-organiser"));

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockToOrganiseAsync(command.Id, command.Handle, cancellationToken) is not { } membership)
            {
                return Outcome<Done>.NotFound();
            }

            if (command.Organises && !membership.IsListed)
            {
                return Outcome<Done>.Refused([
                    new Refusal("organiser-not-listed", "handle", Words.Of("organiser-not-listed")),
                ]);
            }

            if (
                !command.Organises
                && membership.IsOrganiser
                && await context.OrganisersOf(membership.GroupId).CountAsync(cancellationToken) == 1
            )
            {
                return Outcome<Done>.Refused([LastOrganiser]);
            }

            membership.Organise(command.Organises);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
