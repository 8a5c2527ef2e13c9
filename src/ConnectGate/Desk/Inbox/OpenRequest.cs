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
    public sealed record Command(string Id) : ICommand<LetterView>;

    internal sealed class Handler(ConnectGateContext context, LettersToMe letters, LetterReader reader, Actor actor)
        : IRequestHandler<Command, Outcome<LetterView>>
    {
        public async Task<Outcome<LetterView>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var letter = await letters
                .Readable(now)
                .SingleOrDefaultAsync(letter => letter.PublicId == command.Id, cancellationToken);
            if (letter is null)
            {
                return Outcome<LetterView>.NotFound();
            }

            letter.Open(now);
            await context.SaveChangesAsync(cancellationToken);
            return await reader.ReadAsync(letter, now, cancellationToken);
        }
    }
}
