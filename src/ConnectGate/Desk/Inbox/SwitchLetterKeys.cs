namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A member turns the keys of "Read my letters" on or off. WCAG 2.2, 2.1.4 asks that single keys can be turned off.
/// </summary>
public static class SwitchLetterKeys
{
    [SentBy(Senders.Members)]
    public sealed record Command(bool On) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.SwitchLetterKeys(command.On);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
