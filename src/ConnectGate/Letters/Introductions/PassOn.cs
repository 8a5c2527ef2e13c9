using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>A connector passes a letter on with their own words on how they know both.</summary>
public static class PassOn
{
    /// <summary>
    /// Passes it on, also after a no. The gate judges the letter again; where it no longer lets it pass (a block, a
    /// closed policy, connected meanwhile) nothing arrives, and nobody is told, the connector neither. Not found where
    /// the current member is not asked. Refused: the codes of <see cref="PassedOn"/>'s limit, <c>abuse</c>,
    /// <c>sales-pitch</c> (field <c>words</c>), <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Words">How they know both.</param>
    /// <exception cref="IllegalTransitionException">It was passed on before.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string? Words) : ICommand<Done>;

    /// <summary>How long the words may be.</summary>
    public static TextLimit WordsLimit => PassedOn.Limit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines) => RuleFor(command => command.Words).ForStrangers(PassedOn.Limit, lines);
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Asks asks,
        AttemptReader attempts,
        Gate.Gate gate,
        Actor actor,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await asks.LockAsync(command.Id, now, cancellationToken) is not { } asked)
            {
                return Outcome<Done>.NotFound();
            }

            var words = VisibleText.Clean(command.Words);
            asked.PassOn(words, now);
            if (asked.Request.State == RequestState.WithConnector)
            {
                await DeliverAsync(asked.Request, words, now, cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        private async Task DeliverAsync(
            ConnectionRequest sent,
            string words,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var attempt = await attempts.ToPassOnAsync(sent, words, now, cancellationToken);
            if ((await gate.JudgeAsync(attempt, cancellationToken)).Admitted is { } letter)
            {
                sent.PassOn(letter, now);
                await mediator.Publish(new RequestPassedOn(sent), cancellationToken);
            }
            else
            {
                sent.Close(now);
            }
        }
    }
}
