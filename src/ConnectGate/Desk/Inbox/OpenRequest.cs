using ConnectGate.Desk.Inbox.Opening;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>The recipient opens a letter.</summary>
public static class OpenRequest
{
    /// <summary>
    /// Records the first opening. Not found where the letter was not delivered to the current member, was withdrawn
    /// before they opened it, or is no longer available to them.
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<LetterView>, IReadsOutOfTurn;

    internal sealed class Handler(
        ConnectGateContext context,
        LettersToMe letters,
        LetterReader reader,
        Actor actor,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<LetterView>>
    {
        public async Task<Outcome<LetterView>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var facts = await LetterFacts.ReadAsync(
                context,
                command.Id,
                actor.Id,
                now,
                letters.LeftSince(now),
                cancellationToken
            );
            if (
                facts is null
                || facts.Letter.OpenedAt is null
                    && !(await mediator.Send(new RecordOpening.Command(command.Id), cancellationToken)).Succeeded
            )
            {
                return Outcome<LetterView>.NotFound();
            }

            return await reader.ReadAsync(facts, now, cancellationToken);
        }
    }
}

/// <summary>The part of opening a letter that writes: one statement, for the first opening only.</summary>
internal static class RecordOpening
{
    /// <summary>Not found where the letter is no longer available to the current member.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(LettersToMe letters, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var letter = letters.Readable(now).Where(letter => letter.PublicId == command.Id);
            var opened = await letter
                .Where(letter => letter.OpenedAt == null)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(letter => letter.OpenedAt, now)
                            .SetProperty(letter => letter.Version, letter => letter.Version + 1),
                    cancellationToken
                );
            // Without a row another request opened it first, or the letter is gone.
            return opened == 1 || await letter.AnyAsync(cancellationToken) ? default(Done) : Outcome<Done>.NotFound();
        }
    }
}
