namespace ConnectGate.People.Members.Profiles;

/// <summary>A member chooses the members who can find them.</summary>
public static class EditPrivacy
{
    /// <summary>The current choice, for the form.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<FoundBy>;

    /// <summary>Refused: <c>found-by-missing</c>.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(FoundBy? FoundBy) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.FoundBy)
                .Must(chosen => chosen is { } whom && Enum.IsDefined(whom))
                .OverridePropertyName("foundBy")
                .WithErrorCode("found-by-missing")
                .WithMessage(_ => Words.Of("found-by-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Query, FoundBy>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public Task<FoundBy> Handle(Query query, CancellationToken cancellationToken) =>
            context
                .Members.Where(member => member.Id == actor.Id)
                .Select(member => member.FoundBy)
                .SingleAsync(cancellationToken);

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.BeFoundBy(command.FoundBy!.Value);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
