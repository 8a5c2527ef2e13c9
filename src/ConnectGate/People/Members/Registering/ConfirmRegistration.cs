using System.Text.Json.Serialization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;

namespace ConnectGate.People.Members.Registering;

/// <summary>
/// Somebody opens the link of a registration and enters its password. The link proves the address. The password proves
/// that the registration is theirs, because a stranger may have registered the address too.
/// </summary>
public static class ConfirmRegistration
{
    /// <summary>Confirms one registration, and ends every other one of its address.</summary>
    /// <param name="Code">From the link.</param>
    /// <param name="Password">Of this registration.</param>
    /// <param name="Handle">
    /// Another handle, needed where somebody else took the registered one meanwhile; else null.
    /// </param>
    [SentBy(Senders.Anybody)]
    public sealed record Try(string? Code, [property: JsonIgnore] string? Password, string? Handle = null)
        : IRequest<Answer>;

    /// <param name="Opened">The new account; null where the attempt was refused.</param>
    /// <param name="Refusals">
    /// Empty on success; else <c>link-worthless</c>, <c>password-wrong</c> or <c>too-many-tries</c> at the field
    /// <c>password</c>, or the refusal of the handle.
    /// </param>
    public sealed record Answer(OpenedAccount? Opened, IReadOnlyList<Refusal> Refusals) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => this with { Refusals = word.Each(Refusals) };
    }

    internal sealed class Handler(
        ConnectGateContext context,
        IMediator mediator,
        LinkPassword passwords,
        Tickets tickets,
        Actor actor
    ) : IRequestHandler<Try, Answer>
    {
        public async Task<Answer> Handle(Try request, CancellationToken cancellationToken)
        {
            var token = tickets.Read(TicketPurpose.ConfirmEmail, request.Code)?.Stamp;
            var registration = await context
                .Registrations.AsNoTracking()
                .WhoWait(actor.Now)
                .SingleOrDefaultAsync(registration => registration.Token == token, cancellationToken);
            if (registration is null)
            {
                return Refused(OpenAccount.LinkWorthless);
            }

            var wrong = await passwords.CheckAsync(
                registration.Token,
                registration.PasswordHash,
                request.Password,
                "password-wrong-confirm",
                cancellationToken
            );
            if (wrong is not null)
            {
                return Refused(wrong);
            }

            var opened = await mediator.Send(
                new OpenAccount.Command(registration.Token, request.Handle),
                cancellationToken
            );
            return opened.Succeeded ? new Answer(opened.Value, []) : new Answer(null, opened.Refusals);
        }

        private static Answer Refused(Refusal refusal) => new(null, [refusal]);
    }
}
