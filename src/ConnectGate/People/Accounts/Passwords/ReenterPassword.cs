using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// Asks for the password again before a change to the sign-in, because a screen left open must not be enough to take
/// over an account. As at sign-in, the try is counted first, and the password is hashed outside any transaction.
/// </summary>
public static class ReenterPassword
{
    /// <summary>Submits the signed-in member's password.</summary>
    [SentBy(Senders.Members)]
    public sealed record Try([property: JsonIgnore] string? Password) : IRequest<Answer>;

    /// <param name="Proof">The change needs it; null where the password was refused.</param>
    /// <param name="Refusal">
    /// <c>password-wrong</c> or <c>too-many-tries</c>, at the field <c>currentPassword</c>; null where the password was
    /// right.
    /// </param>
    public sealed record Answer(string? Proof, Refusal? Refusal) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : this with { Refusal = word(Refusal) };
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        IMediator mediator,
        IPasswordHasher<Account> hasher,
        Tickets tickets
    ) : IRequestHandler<Try, Answer>
    {
        private const string Field = "currentPassword";

        public async Task<Answer> Handle(Try request, CancellationToken cancellationToken)
        {
            var tries = CountTry.ForReenteredPassword(actor);
            var counted = await mediator.Send(tries, cancellationToken);
            if (counted.Value.RetryAt is { } retryAt)
            {
                return new Answer(null, new Refusal("too-many-tries", Field, Words.Format("too-many-tries", retryAt)));
            }

            var account = await context
                .Users.AsNoTracking()
                .SingleAsync(account => account.Id == actor.Id, cancellationToken);
            if (
                request.Password is not { Length: > 0 and <= PasswordRules.Maximum } password
                || account.PasswordHash is not { } hash
                || hasher.VerifyHashedPassword(account, hash, password) == PasswordVerificationResult.Failed
            )
            {
                return new Answer(null, new Refusal("password-wrong", Field, Words.Of("password-wrong")));
            }

            await mediator.Send(new GiveTryBack.Command(tries.Buckets), cancellationToken);
            return new Answer(
                tickets.Make(TicketPurpose.Reentered, account.Id, account.SecurityStamp!, Tickets.ForAChange),
                null
            );
        }
    }
}

/// <summary>Finds the signed-in member's account and checks the proof that they entered their password again.</summary>
internal sealed class OwnAccount(ConnectGateContext context, Actor actor, Tickets tickets)
{
    /// <summary>The refusal of a command without a valid proof, usually because the page was open too long.</summary>
    public static Refusal AskAgain => new("password-wrong", "currentPassword", Words.Of("password-again"));

    /// <summary>Tracked by the context.</summary>
    public Task<Account> FindAsync(CancellationToken cancellationToken) =>
        context.Users.SingleAsync(account => account.Id == actor.Id, cancellationToken);

    /// <summary>Whether the proof belongs to this account and is not too old.</summary>
    public async Task<bool> IsProvenAsync(string? proof, CancellationToken cancellationToken) =>
        tickets.Read(TicketPurpose.Reentered, proof) is { } ticket
        && Tickets.Fits(ticket, await FindAsync(cancellationToken));
}
