using System.Globalization;
using System.Text.Json.Serialization;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Accounts.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>
/// A member asks to sign in with another address. Nothing changes until the link mailed to that address is opened.
/// </summary>
public static class ChangeAddress
{
    /// <summary>
    /// Mails the link. If the address already has an account, the answer is the same and the account's owner gets a
    /// mail.
    /// </summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    /// <param name="Email">The new address.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof, string? Email) : ICommand<Done>, IChangesSignIn;

    internal sealed class Handler(
        ConnectGateContext context,
        OwnAccount own,
        ILookupNormalizer normalizer,
        AccountMail mail,
        Throttle throttle
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (EmailAddress.Of(command.Email) is not { } email)
            {
                return Outcome<Done>.Refused([EmailAddress.Check(command.Email, "email")!]);
            }

            var account = await own.FindAsync(cancellationToken);
            var normalized = normalizer.NormalizeEmail(email);
            var other = await context.Users.SingleOrDefaultAsync(
                other => other.NormalizedEmail == normalized,
                cancellationToken
            );
            (Bucket, string)[] mails =
            [
                (Bucket.ChangeByMember, account.Id.ToString(CultureInfo.InvariantCulture)),
                (Bucket.ChangeTo, normalized),
            ];
            if (await throttle.TakeAsync(mails, cancellationToken) is null)
            {
                await (
                    other is null
                        ? mail.ToChangeAddressAsync(account, email, cancellationToken)
                        : mail.ThereIsAnAccountAsync(other, cancellationToken)
                );
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}

/// <summary>
/// A member opens the link mailed to a new address and enters their password; from then on the address is theirs. The
/// link alone is not enough: a stranger may have asked for it, and opening it would give the stranger the address.
/// Other sessions end, and the old address gets a mail.
/// </summary>
public static class ConfirmAddress
{
    /// <summary>A link works once.</summary>
    /// <param name="Code">From the link.</param>
    /// <param name="Password">The password of the account that asked for the link.</param>
    /// <param name="KeepSession">
    /// The session to keep, where the link is opened in one of the account's sessions; null ends all.
    /// </param>
    [SentBy(Senders.Anybody)]
    public sealed record Try(string? Code, [property: JsonIgnore] string? Password, string? KeepSession)
        : IRequest<Answer>;

    /// <param name="Refusals">
    /// Empty where the address was changed; else <c>link-worthless</c>, or <c>password-wrong</c> or
    /// <c>too-many-tries</c> at the field <c>password</c>.
    /// </param>
    public sealed record Answer(IReadOnlyList<Refusal> Refusals) : ICarriesRefusals
    {
        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => new Answer(word.Each(Refusals));
    }

    /// <summary>Follows the right password.</summary>
    [SentBy(Senders.Server)]
    internal sealed record Command(string? Code, string? KeepSession) : ICommand<Done>;

    private static Refusal LinkWorthless => new("link-worthless", "", Words.Of("link-worthless-address"));

    internal sealed class TryHandler(
        ConnectGateContext context,
        IMediator mediator,
        LinkPassword passwords,
        Tickets tickets
    ) : IRequestHandler<Try, Answer>
    {
        public async Task<Answer> Handle(Try command, CancellationToken cancellationToken)
        {
            if (
                tickets.Read(TicketPurpose.ChangeAddress, command.Code) is not { } ticket
                || await context
                    .Users.AsNoTracking()
                    .SingleOrDefaultAsync(account => account.Id == ticket.AccountId, cancellationToken)
                    is not { } account
                || !Tickets.Fits(ticket, account)
            )
            {
                return new Answer([LinkWorthless]);
            }

            if (
                await passwords.CheckAsync(
                    ticket.Stamp,
                    account.PasswordHash!,
                    command.Password,
                    "password-wrong-address",
                    cancellationToken
                ) is
                { } refusal
            )
            {
                return new Answer([refusal]);
            }

            var changed = await mediator.Send(new Command(command.Code, command.KeepSession), cancellationToken);
            return new Answer(changed.Refusals);
        }
    }

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, NewAddress newAddress)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                tickets.Read(TicketPurpose.ChangeAddress, command.Code) is not { } ticket
                || await context.Users.SingleOrDefaultAsync(
                    account => account.Id == ticket.AccountId,
                    cancellationToken
                )
                    is not { } account
                || !Tickets.Fits(ticket, account)
                || await newAddress.IsTakenAsync(ticket.Value, cancellationToken)
            )
            {
                return Outcome<Done>.Refused([LinkWorthless]);
            }

            await newAddress.SetAsync(account, ticket.Value, command.KeepSession, cancellationToken);
            return default(Done);
        }
    }
}

/// <summary>The part that every change of an address shares, once the address is proven.</summary>
internal sealed class NewAddress(
    ConnectGateContext context,
    UserManager<Account> accounts,
    AccountMail mail,
    SessionRows sessions,
    IMediator mediator
)
{
    /// <summary>Whether the address has an account.</summary>
    public Task<bool> IsTakenAsync(string email, CancellationToken cancellationToken)
    {
        var normalized = accounts.NormalizeEmail(email);
        return context.Users.AnyAsync(other => other.NormalizedEmail == normalized, cancellationToken);
    }

    /// <summary>Tells the old address, and ends every session but one.</summary>
    public async Task SetAsync(Account account, string email, string? keepSession, CancellationToken cancellationToken)
    {
        await mail.ChangedAsync(account.Email!, "address", cancellationToken);
        (account.Email, account.NormalizedEmail, account.EmailConfirmed) = (
            email,
            accounts.NormalizeEmail(email),
            true
        );
        await mediator.Publish(new AddressConfirmed(account), cancellationToken);
        (await accounts.UpdateSecurityStampAsync(account)).OrRunAgain();
        await sessions.EndAllAsync(account.Id, keepSession, cancellationToken);
    }
}
