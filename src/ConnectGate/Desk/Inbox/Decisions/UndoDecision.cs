using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>
/// The recipient undoes an acceptance within its grace, or a silent decline. The letter waits again; after an undone
/// acceptance it is declined if it was declined before. The sender gets no notice.
/// </summary>
public static class UndoDecision
{
    /// <summary>Not found where the current member cannot open the letter.</summary>
    /// <exception cref="IllegalTransitionException">Nothing can be undone: see
    /// <see cref="LetterView.Decisions.CanUndo"/>.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<LetterState>;

    internal sealed class Handler(ConnectGateContext context, DecisionReader decisions, IMediator mediator, Actor actor)
        : IRequestHandler<Command, Outcome<LetterState>>
    {
        public async Task<Outcome<LetterState>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await decisions.LockAsync(command.Id, now, cancellationToken) is not { Letter: var letter } facts)
            {
                return Outcome<LetterState>.NotFound();
            }

            if (letter.IsInGrace(now))
            {
                letter.Undo(now);
                await mediator.Publish(new AcceptanceOverruled(letter), cancellationToken);
            }
            else
            {
                await LetWaitAsync(facts, now, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return RecipientView.Of(letter, blockedByMe: false, now);
        }

        private async Task LetWaitAsync(DecisionFacts facts, DateTime now, CancellationToken cancellationToken)
        {
            if (!facts.CanWaitAgain(now))
            {
                throw new IllegalTransitionException("The decline cannot be undone.");
            }

            var letter = facts.Letter;
            letter.LetWait(now);
            await mediator.Publish(new DeclineUndone(letter), cancellationToken);

            // The talk goes on where its sender believes that it is.
            await context
                .TalkMessages.Where(message => message.RequestId == letter.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(message => message.IsDelivered, true), cancellationToken);
        }
    }
}
