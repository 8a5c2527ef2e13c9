namespace ConnectGate.Ties.Groups.Joining;

/// <summary>A member joins a group or gathering by its code.</summary>
public static class JoinGroup
{
    /// <summary>Shows the group of a code before the member joins. A wrong code counts as a guess.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Code) : IQuery<View>;

    /// <param name="Group">The group of the code; null where the code is wrong or the member tried too many.</param>
    /// <param name="Refusal">Null where the group is shown.</param>
    public sealed record View(GroupSeen? Group, Refusal? Refusal) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : this with { Refusal = word(Refusal) };
    }

    /// <summary>
    /// Joins the group. Changes nothing for a member who already belongs to it. Refused at the field <c>code</c>:
    /// <c>join-code-missing</c>, <c>join-code-wrong</c> (also for the code of a closed group),
    /// <c>too-many-join-codes</c>; without a field: <c>suspended</c>.
    /// </summary>
    /// <param name="ListMe">Whether the roster lists the member.</param>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string? Code, bool ListMe) : ICommand<Receipt>;

    public sealed record Receipt(string Id, string Name);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Code)
                .Must(code => !VisibleText.IsBlank(code))
                .OverridePropertyName("code")
                .WithErrorCode("join-code-missing")
                .WithMessage(_ => Words.Of("join-code-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, MyGroups groups, CodeGuesses guesses)
        : IRequestHandler<Query, View>,
            IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (group, refusal) = await FindAsync(query.Code, cancellationToken);
            return new View(group is null ? null : await GroupSeen.OfAsync(context, group, cancellationToken), refusal);
        }

        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (group, refusal) = await FindAsync(command.Code, cancellationToken);
            if (group is null)
            {
                return Outcome<Receipt>.Refused([refusal!]);
            }

            await groups.LockAsync(group, cancellationToken);
            await context.Entry(group).ReloadAsync(cancellationToken);
            var now = actor.Now;
            if (group.ClosedAt is not null || group.JoinCode != JoinCode.Of(command.Code))
            {
                return Outcome<Receipt>.Refused([WrongCode]);
            }

            await groups.JoinAsync(group, command.ListMe, now, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(group.PublicId, group.Name);
        }

        private async Task<(Group? Group, Refusal? Refusal)> FindAsync(
            string? typed,
            CancellationToken cancellationToken
        )
        {
            if (guesses.Take(actor.Id) is { } tooMany)
            {
                return (null, tooMany);
            }

            var code = JoinCode.Of(typed);
            var group = await context.Groups.SingleOrDefaultAsync(
                group => group.JoinCode == code && group.ClosedAt == null,
                cancellationToken
            );
            if (group is null)
            {
                return (null, WrongCode);
            }

            guesses.GiveBack(actor.Id);
            return (group, null);
        }

        private static Refusal WrongCode => new("join-code-wrong", "code", Words.Of("join-code-wrong"));
    }
}
