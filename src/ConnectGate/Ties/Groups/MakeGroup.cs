namespace ConnectGate.Ties.Groups;

/// <summary>A member makes a group or a gathering and becomes its first organiser.</summary>
public static class MakeGroup
{
    /// <summary>
    /// The group confirms nothing until a moderator recognises it. Refused: <c>suspended</c>, <c>too-many-groups</c>,
    /// and invalid details at their fields, for example <c>group-name-missing</c>, <c>group-name-too-short</c>,
    /// <c>begins-on-missing</c>.
    /// </summary>
    /// <param name="Kind">The kind cannot change later.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(GroupKind Kind, GroupDetails Details) : ICommand<Receipt>;

    public sealed record Receipt(string Id);

    /// <summary>
    /// The most open groups and gatherings of one member that no moderator has recognised. Each of them can invite a
    /// hundred strangers.
    /// </summary>
    public const int MostUnrecognised = 10;

    public static TextLimit NameLimit => Group.NameLimit;

    public static TextLimit AboutLimit => Group.AboutLimit;

    public static TextLimit PlaceLimit => Group.PlaceLimit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines, Actor actor) =>
            RuleFor(command => command.Details).OfItsKind(command => command.Kind, lines, actor);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            await context.LockMembersAsync(cancellationToken, me);
            if (
                await context.Groups.CountAsync(
                    made => made.MadeById == me && made.RecognisedAt == null && made.ClosedAt == null,
                    cancellationToken
                ) >= MostUnrecognised
            )
            {
                return Outcome<Receipt>.Refused([
                    new Refusal("too-many-groups", "", Words.Format("too-many-groups", MostUnrecognised)),
                ]);
            }

            var group = Group.Make(command.Kind, command.Details, me, now);
            context.Groups.Add(group);
            context.Memberships.Add(Membership.OfItsMaker(group));
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(group.PublicId);
        }
    }
}
