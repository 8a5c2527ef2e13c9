namespace ConnectGate.Ties.Groups;

/// <summary>A member makes a group or a gathering, and organises it.</summary>
public static class MakeGroup
{
    /// <summary>
    /// Makes it; until a moderator recognises it, it confirms nothing. Refused: <c>suspended</c>,
    /// <c>too-many-groups</c>, <c>group-name-missing</c>, <c>group-name-too-short</c>, <c>begins-on-missing</c> and
    /// what else is wrong with the details, at their fields.
    /// </summary>
    /// <param name="Kind">What it is; it stays that.</param>
    /// <param name="Details">What is said about it.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(GroupKind Kind, GroupDetails Details) : ICommand<Receipt>;

    /// <summary>The group.</summary>
    /// <param name="Id">Its public id.</param>
    public sealed record Receipt(string Id);

    /// <summary>
    /// The most open groups and gatherings of a member's that no moderator has recognised: each can invite a hundred
    /// strangers.
    /// </summary>
    public const int MostUnrecognised = 10;

    /// <summary>How long a name may be.</summary>
    public static TextLimit NameLimit => Group.NameLimit;

    /// <summary>How long a description may be.</summary>
    public static TextLimit AboutLimit => Group.AboutLimit;

    /// <summary>How long the place of a gathering may be.</summary>
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
