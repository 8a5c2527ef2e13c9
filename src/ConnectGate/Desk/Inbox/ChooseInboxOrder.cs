namespace ConnectGate.Desk.Inbox;

/// <summary>A member chooses the order of their waiting letters. The choice stays until the next one.</summary>
public static class ChooseInboxOrder
{
    /// <summary>Refused: <c>order-missing</c> (field <c>order</c>) for a value that is not an order.</summary>
    [SentBy(Senders.Members)]
    public sealed record Command(InboxOrder Order) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Order)
                .IsInEnum()
                .OverridePropertyName("order")
                .WithErrorCode("order-missing")
                .WithMessage(_ => Words.Of("order-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.ChooseInboxOrder(command.Order);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
