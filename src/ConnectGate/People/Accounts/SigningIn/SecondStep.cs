using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>The second step of signing in: a code of the authenticator, or one of the recovery codes.</summary>
public static class SecondStep
{
    /// <summary>Submits one of the two codes.</summary>
    /// <param name="Ticket">From the first step.</param>
    /// <param name="Origin">The network and device.</param>
    /// <param name="TwoFactorCode">From the authenticator.</param>
    /// <param name="RecoveryCode">Works once.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Try(string? Ticket, Origin Origin, string? TwoFactorCode, string? RecoveryCode)
        : IRequest<SignIn.Answer>;

    internal sealed class Handler(IMediator mediator, Tickets tickets, KnownDevices devices)
        : IRequestHandler<Try, SignIn.Answer>
    {
        public async Task<SignIn.Answer> Handle(Try request, CancellationToken cancellationToken)
        {
            if (tickets.Read(TicketPurpose.SecondStep, request.Ticket) is not { } ticket)
            {
                return new SignIn.Answer(SignIn.Standing.StartAgain);
            }

            // Nobody can guess a recovery code of 120 bits, so no tries are counted that others could use up.
            var shown = new ShownCode(request.TwoFactorCode, request.RecoveryCode);
            var tries = shown.IsRecovery
                ? new CountTry.Command([])
                : CountTry.ForCode(ticket.AccountId, request.Origin, devices);
            var counted = await mediator.Send(tries, cancellationToken);
            if (counted.Value.RetryAt is { } retryAt)
            {
                return new SignIn.Answer(SignIn.Standing.TooManyTries, RetryAt: retryAt);
            }

            var started = await mediator.Send(
                new StartSession.Command(ticket.AccountId, ticket.Stamp, request.Origin, shown),
                cancellationToken
            );
            if (!started.Succeeded)
            {
                return started.IsNotFound
                    ? new SignIn.Answer(SignIn.Standing.StartAgain)
                    : new SignIn.Answer(SignIn.Standing.WrongCode, SecondStep: request.Ticket);
            }

            await mediator.Send(new GiveTryBack.Command(tries.Buckets), cancellationToken);
            return new SignIn.Answer(SignIn.Standing.Started, started.Value);
        }
    }
}
