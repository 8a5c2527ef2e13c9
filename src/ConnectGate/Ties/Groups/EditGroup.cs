namespace ConnectGate.Ties.Groups;

/// <summary>An organiser edits the details of a group or gathering.</summary>
public static class EditGroup
{
    /// <summary>The current values for the form. Null where the current member doesn't organise the group.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <param name="Recognised">Whether a moderator recognised it. A change of name, day or place ends the
    /// recognition.</param>
    public sealed record View(string Id, GroupKind Kind, GroupDetails Details, bool Recognised);

    /// <summary>
    /// Replaces the details. Not found where the current member doesn't organise a group with this id and kind.
    /// Refused: <c>suspended</c>, and the details that <see cref="MakeGroup.Command"/> refuses.
    /// </summary>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, GroupKind Kind, GroupDetails Details) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines, Actor actor) =>
            RuleFor(command => command.Details).OfItsKind(command => command.Kind, lines, actor);
    }

    internal sealed class Handler(ConnectGateContext context, MyGroups groups)
        : IRequestHandler<Query, View?>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            await groups.FindAsync(query.Id, cancellationToken) is { Mine.IsOrganiser: true, Group: var group }
                ? new View(
                    group.PublicId,
                    group.Kind,
                    new GroupDetails(group.Name, group.About, group.BeginsOn, group.EndsOn, group.Place),
                    group.RecognisedAt is not null
                )
                : null;

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await groups.LockToOrganiseAsync(command.Id, cancellationToken) is not { } found
                || found.Group.Kind != command.Kind
            )
            {
                return Outcome<Done>.NotFound();
            }

            found.Group.Describe(command.Details);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
