namespace ConnectGate.Ties.Groups.Roster;

/// <summary>A member chooses whether a group's roster lists them.</summary>
public static class ListMe
{
    /// <summary>
    /// Not found where the current member doesn't belong to the group. Refused: <c>organiser-listed</c> where an
    /// organiser would leave the roster.
    /// </summary>
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
