namespace ConnectGate.Letters.Introductions;

/// <summary>A connector does not pass a letter on. Nobody else ever learns of it.</summary>
public static class TurnDownIntroduction
{
    /// <summary>
    /// Stores the answer. It can change while the letter can be passed on. Not found if the current member is not
    /// asked. Refusal: <c>no-missing</c> (field <c>answer</c>).
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    /// <param name="Answer">Null and <see cref="ConnectorsAnswer.PassedOn"/> are refused.</param>
    /// <exception cref="IllegalTransitionException">The letter was passed on already.</exception>
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
