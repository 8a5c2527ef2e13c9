using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>
/// Before a change to how one signs in, the password is asked again: a screen left open is not enough to take an
/// account over. As at sign-in the try is counted first and the password hashed outside of any transaction.
/// </summary>
public static class ReenterPassword
{
    /// <summary>Shows the password of who is signed in.</summary>
    [SentBy(Senders.Members)]
    public sealed record Attempt([property: JsonIgnore] string? Password) : IRequest<Answer>;

    /// <summary>How it came out.</summary>
    /// <param name="Proof">What the change needs; null where it was refused.</param>
    /// <param name="Refusal">Why, where it was: <c>password-wrong</c> or <c>too-many-tries</c>, at the field
    /// <c>currentPassword</c>.</param>
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
    ) : IRequestHandler<Attempt, Answer>
    {
        private const string Field = "currentPassword";

        public async Task<Answer> Handle(Attempt request, CancellationToken cancellationToken)
        {
            var tries = CountTry.ForReenteredPassword(actor.Id);
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
                || hasher.VerifyHashedPassword(account, account.PasswordHash!, password)
                    == PasswordVerificationResult.Failed
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

/// <summary>Finds the account of who is signed in, and says whether they showed their password again.</summary>
internal sealed class OwnAccount(ConnectGateContext context, Actor actor, Tickets tickets)
{
    /// <summary>What a command is refused with that has no proof: the page was open too long.</summary>
    public static Refusal AskAgain => new("password-wrong", "currentPassword", Words.Of("password-again"));

    /// <summary>The account, tracked.</summary>
    public Task<Account> FindAsync(CancellationToken cancellationToken) =>
        context.Users.SingleAsync(account => account.Id == actor.Id, cancellationToken);

    /// <summary>Whether the proof is theirs, and not too old.</summary>
    public async Task<bool> IsProvenAsync(string? proof, CancellationToken cancellationToken) =>
        tickets.Read(TicketPurpose.Reentered, proof) is { } ticket
        && Tickets.Fits(ticket, await FindAsync(cancellationToken));
}
