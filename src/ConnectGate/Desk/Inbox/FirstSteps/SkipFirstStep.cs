namespace ConnectGate.Desk.Inbox.FirstSteps;

/// <summary>A new member skips one of the first steps. It does not come back.</summary>
public static class SkipFirstStep
{
    /// <summary>Refused: <c>step-missing</c> (field <c>step</c>) for a value that is not a step.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(FirstStep Step) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Step)
                .IsInEnum()
                .OverridePropertyName("step")
                .WithErrorCode("step-missing")
                .WithMessage(_ => Words.Of("step-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.Skip(command.Step);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
