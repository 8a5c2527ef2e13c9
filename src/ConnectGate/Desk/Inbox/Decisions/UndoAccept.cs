using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// The recipient takes an acceptance back within its grace; the letter waits again and nobody learns of it.
/// </summary>
public static class UndoAccept
{
    /// <summary>Undoes. Not found where the current member can't open the letter.</summary>
    /// <param name="Id">The letter's public id.</param>
    /// <exception cref="IllegalTransitionException">It is not accepted, or the grace is over.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, LettersToMe letters, IMediator mediator, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter)
            {
                return Outcome<Done>.NotFound();
            }

            letter.Undo(now);
            await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
