using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>The recipient writes to a letter's sender before a decision: "talk first".</summary>
public static class WriteToSender
{
    /// <summary>
    /// Begins or continues a talk. The sender can read the message at once. The letter's expiry is paused during the
    /// talk. Not found where the current member cannot open the letter. Refused: <c>talk-missing</c>,
    /// <c>talk-too-long</c>, <c>abuse</c> (field <c>text</c>), <c>suspended</c>.
    /// </summary>
    /// <param name="Text">Plain text.</param>
    /// <exception cref="IllegalTransitionException">The letter is decided, the talk is over, or it is the sender's
    /// turn.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) => RuleFor(command => command.Text).ForStrangers(TalkMessage.Limit, lines);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await letters.LockAsync(command.Id, now, cancellationToken) is not { } letter)
            {
                return Outcome<Done>.NotFound();
            }

            letter.RequireUndecided(now);
            var talk = await context.Talks.SingleOrDefaultAsync(talk => talk.RequestId == letter.Id, cancellationToken)
                ?? context.Talks.Add(Talk.Begin(letter, now)).Entity;
            talk.Write(asRecipient: true, now);
            letter.MoveExpiry(talk.LetterExpiresAt);
            var message = new TalkMessage
            {
                RequestId = letter.Id,
                AuthorId = me,
                Text = VisibleText.Clean(command.Text),
                WrittenAt = now,
                IsDelivered = true,
            };
            context.TalkMessages.Add(message);
            await mediator.Publish(new TalkWritten(letter, message, talk.Messages), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
