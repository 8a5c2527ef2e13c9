using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>A connector passes a letter on, with their own words on how they know both members.</summary>
public static class PassOn
{
    /// <summary>
    /// Allowed also after the connector turned the letter down. The gate judges the letter again. If the gate now
    /// refuses it (a block, a closed policy, a connection in the meantime), the letter does not arrive. Nobody learns
    /// of that, not even the connector. Not found if the current member is not asked. Refusals: the codes of
    /// <see cref="PassedOn"/>'s limit, <c>abuse</c> (field <c>words</c>), <c>suspended</c>.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Words">The connector's words on how they know both members.</param>
    /// <exception cref="IllegalTransitionException">The letter was passed on already.</exception>
    [SentBy(Senders.MembersNotSuspended)]
    public sealed record Command(string Id, string? Words) : ICommand<Done>;

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
                if (attempt.Sender.HeldBackUntil is { } until && until > now)
                {
                    sent.DeliverFrom(until);
                }

                await mediator.Publish(new RequestPassedOn(sent), cancellationToken);
            }
            else
            {
                sent.Close(now);
            }
        }
    }
}
