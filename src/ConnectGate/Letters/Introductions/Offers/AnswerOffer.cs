namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>One of two to whom an introduction was offered says whether they agree.</summary>
public static class AnswerOffer
{
    /// <summary>
    /// Notes it; can be changed until both agreed. The other learns of it only when both agreed, and who offered never.
    /// Not found where it was not offered to the current member, or can no longer come about. Refused:
    /// <c>agreement-missing</c> (field <c>agrees</c>).
    /// </summary>
    /// <param name="Id">The offer's public id.</param>
    /// <param name="Agrees">Whether they agree.</param>
    /// <exception cref="IllegalTransitionException">Both agreed before.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, bool? Agrees) : ICommand<Receipt>;

    /// <summary>How it stands now.</summary>
    /// <param name="BothAgreed">Whether either may write now.</param>
    public sealed record Receipt(bool BothAgreed);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Agrees)
                .NotNull()
                .OverridePropertyName("agrees")
                .WithErrorCode("agreement-missing")
                .WithMessage(_ => Words.Of("agreement-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Offers offers, Actor actor, IMediator mediator)
        : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await offers.LockAsync(command.Id, now, cancellationToken) is not { } offer)
            {
                return Outcome<Receipt>.NotFound();
            }

            offer.Answer(actor.Id, command.Agrees!.Value, now);
            if (offer.AgreedAt is not null)
            {
                await mediator.Publish(new BothAgreed(offer), cancellationToken);
            }

            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(offer.AgreedAt is not null);
        }
    }
}
