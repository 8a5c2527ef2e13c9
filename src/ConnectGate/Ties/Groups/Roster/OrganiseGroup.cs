namespace ConnectGate.Ties.Groups.Roster;

/// <summary>An organiser says who organises a group.</summary>
public static class OrganiseGroup
{
    /// <summary>
    /// Names somebody who belongs an organiser, or no longer. Not found where the current member doesn't organise the
    /// group, or the other doesn't belong to it. Refused: <c>suspended</c>; <c>organiser-not-listed</c> for who is not
    /// on the roster; <c>last-organiser</c>.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Handle">Whom.</param>
    /// <param name="Organises">Whether they do from now on.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string Handle, bool Organises) : ICommand<Done>;

    /// <summary>A group is never without an organiser.</summary>
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
