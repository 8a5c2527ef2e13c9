namespace ConnectGate.Letters.Introductions;

/// <summary>A connector does not pass a letter on. Nobody else ever learns of it.</summary>
public static class TurnDownIntroduction
{
    /// <summary>
    /// Notes the answer; it can be changed while the letter can be passed on. Not found where the current member is not
    /// asked. Refused: <c>no-missing</c> (field <c>answer</c>).
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Answer">"I don't know them well enough", or "not now".</param>
    /// <exception cref="IllegalTransitionException">It was passed on before.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, ConnectorsAnswer? Answer) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() =>
            RuleFor(command => command.Answer)
                .Must(answer => answer is ConnectorsAnswer.DontKnowThem or ConnectorsAnswer.NotNow)
                .OverridePropertyName("answer")
                .WithErrorCode("no-missing")
                .WithMessage(_ => Words.Of("no-missing"));
    }

    internal sealed class Handler(ConnectGateContext context, Asks asks, Actor actor)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            if (await asks.LockAsync(command.Id, now, cancellationToken) is not { } asked)
            {
                return Outcome<Done>.NotFound();
            }

            asked.TurnDown(command.Answer!.Value, now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
