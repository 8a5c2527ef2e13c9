using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// The recipient undoes an acceptance within its grace. The letter waits again, or is declined as before the
/// acceptance. The sender gets no notice.
/// </summary>
public static class UndoAccept
{
    /// <summary>Not found where the current member cannot open the letter.</summary>
    /// <exception cref="IllegalTransitionException">The letter is not accepted, or the grace is over.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<LetterState>;

    internal sealed class Handler(ConnectGateContext context, LettersToMe letters, IMediator mediator, Actor actor)
        : IRequestHandler<Command, Outcome<LetterState>>
    {
        public async Task<Outcome<LetterState>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter)
            {
                return Outcome<LetterState>.NotFound();
            }

            letter.Undo(now);
            await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return RecipientView.Of(letter, blockedByMe: false, now);
        }
    }
}
