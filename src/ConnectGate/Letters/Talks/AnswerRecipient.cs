using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Letters.Talks;

/// <summary>A letter's sender answers a message that its recipient wrote before a decision.</summary>
public static class AnswerRecipient
{
    /// <summary>
    /// Adds a message. Not found if the letter is not the sender's, or if its recipient never wrote. Refusals:
    /// <c>talk-missing</c>, <c>talk-too-long</c>, <c>abuse</c> (field <c>text</c>),
    /// <c>suspended</c>, <c>unavailable</c> (the sender blocked the recipient).
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Text">Plain text.</param>
    /// <exception cref="IllegalTransitionException">The talk is over, it is not the sender's turn, or the letter has
    /// ended as the sender sees it.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) => RuleFor(command => command.Text).ForStrangers(TalkMessage.Limit, lines);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            if (await context.LockTalkOfSenderAsync(command.Id, me, cancellationToken) is not ({ } letter, { } talk))
            {
                return Outcome<Done>.NotFound();
            }

            if (await context.Blocks.By(me, letter.RecipientId).AnyAsync(cancellationToken))
            {
                return Outcome<Done>.Refused([new Refusal(Gate.Finding.Unavailable, "", Words.Of("you-blocked-them"))]);
            }

            letter.RequireSeenAsSent(now);
            talk.Write(asRecipient: false, now);
            letter.MoveExpiry(talk.LetterExpiresAt);

            // The statements are the same whatever the recipient decided. Only the data in them differs.
            var message = new TalkMessage
            {
                RequestId = letter.Id,
                AuthorId = me,
                Text = VisibleText.Clean(command.Text),
                WrittenAt = now,
                IsDelivered = letter.State is RequestState.Waiting or RequestState.Accepted,
            };
            context.TalkMessages.Add(message);
            await mediator.Publish(new TalkWritten(letter, message, talk.Messages), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
