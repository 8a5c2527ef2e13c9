namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>One of the two members of an offered introduction says whether they agree.</summary>
public static class AnswerOffer
{
    /// <summary>
    /// Stores the answer, which can change until both members agree. The other member learns of it only when both
    /// agree. The introducer never learns of it. Not found if the introduction was not offered to the current member,
    /// or is no longer possible. Refusal: <c>agreement-missing</c> (field <c>agrees</c>).
    /// </summary>
    /// <param name="Id">The offer's public id.</param>
    /// <param name="Agrees">Null is refused.</param>
    /// <exception cref="IllegalTransitionException">Both members agreed already.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, bool? Agrees) : ICommand<Receipt>;

    /// <param name="BothAgreed">Whether either member may write to the other now.</param>
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
