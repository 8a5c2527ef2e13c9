using ConnectGate.People.Accounts.SecondFactors;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>What else signs in to the account that a reset's link is for: its owner may not have set it up.</summary>
public static class ViewReset
{
    /// <summary>Asks by the link alone. Null where it is worthless.</summary>
    /// <param name="Code">From the link.</param>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string? Code) : IQuery<View?>;

    /// <summary>What there is.</summary>
    /// <param name="HasAuthenticator">Whether sign-in asks for a code.</param>
    /// <param name="MayRemoveAuthenticator">Whether the reset can remove it; see
    /// <see cref="ResetPassword.MayRemoveAuthenticator"/>.</param>
    /// <param name="Passkeys">The oldest first.</param>
    public sealed record View(
        bool HasAuthenticator,
        bool MayRemoveAuthenticator,
        IReadOnlyList<ViewSecurity.Passkey> Passkeys
    );

    internal sealed class Handler(ConnectGateContext context, Tickets tickets, UserManager<Account> accounts)
        : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (
                tickets.Read(TicketPurpose.ResetPassword, query.Code) is not { } ticket
                || await context.Users.SingleOrDefaultAsync(
                    account => account.Id == ticket.AccountId,
                    cancellationToken
                )
                    is not { } account
                || !Tickets.Fits(ticket, account)
            )
            {
                return null;
            }

            return new View(
                account.TwoFactorEnabled,
                ResetPassword.MayRemoveAuthenticator(account),
                ViewSecurity.Passkey.AllOf(await accounts.GetPasskeysAsync(account))
            );
        }
    }
}
