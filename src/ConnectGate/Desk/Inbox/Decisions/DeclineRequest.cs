using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.Desk.Inbox.Decisions;

/// <summary>The recipient declines a letter, silently or with words, or changes an earlier decline.</summary>
public static class DeclineRequest
{
    /// <summary>
    /// Without a reply the decline is silent: the sender cannot notice it. Not found where the current member cannot
    /// open the letter. Refused: the codes of the reply's limits, <c>abuse</c> (fields <c>reply.text</c>,
    /// <c>reply.channel</c>), <c>suspended</c>.
    /// </summary>
    /// <param name="ForGood">"Not for me" instead of "not now".</param>
    /// <param name="Reply">Words for the sender; null for a silent decline.</param>
    /// <exception cref="IllegalTransitionException">The letter is accepted, withdrawn, closed or expired, or a reply
    /// was already sent.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, bool ForGood, DeclineReply? Reply) : ICommand<Done>, IRefusesTheSuspended;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) =>
            When(
                command => command.Reply is not null,
                () =>
                {
                    RuleFor(command => command.Reply!.Text).ForStrangers(DeclineReply.TextLimit, lines);
                    RuleFor(command => command.Reply!.Channel).ForStrangers(DeclineReply.ChannelLimit, lines);
                }
            );
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, DecisionReader decisions, IMediator mediator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await decisions.LockAsync(command.Id, now, cancellationToken) is not { Letter: var letter } facts)
            {
                return Outcome<Done>.NotFound();
            }

            if (facts.RecipientIsSuspended)
            {
                return Outcome<Done>.Refused([Suspension.Refusal]);
            }

            letter.Decline(command.ForGood, Cleaned(command.Reply), now);
            await mediator.Publish(
                new RequestDeclined(letter, NowWithWords: command.Reply is not null)
                {
                    HasReferences = facts.HasReferences,
                },
                cancellationToken
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private static DeclineReply? Cleaned(DeclineReply? reply) =>
            reply is null
                ? null
                : new DeclineReply(
                    VisibleText.Clean(reply.Text),
                    VisibleText.IsBlank(reply.Channel) ? null : VisibleText.Clean(reply.Channel)
                );
    }
}
