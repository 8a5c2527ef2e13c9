namespace ConnectGate.Ties.Groups.Roster;

/// <summary>A member says whether they are on a group's roster.</summary>
public static class ListMe
{
    /// <summary>
    /// Says it. Not found where they don't belong. Refused: <c>organiser-listed</c> for who organises the group and
    /// would go from its roster.
    /// </summary>
    /// <param name="Id">The group's public id.</param>
    /// <param name="Listed">Whether to be on it.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, bool Listed) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, MyGroups groups) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await groups.LockAsync(command.Id, cancellationToken) is not { Mine: var mine })
            {
                return Outcome<Done>.NotFound();
            }

            if (mine.IsOrganiser && !command.Listed)
            {
                return Outcome<Done>.Refused([new Refusal("organiser-listed", "listed", Words.Of("organiser-listed"))]);
            }

            mine.List(command.Listed);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
