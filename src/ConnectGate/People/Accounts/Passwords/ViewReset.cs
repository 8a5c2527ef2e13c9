using ConnectGate.People.Accounts.SecondFactors;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Passwords;

/// <summary>The other ways to sign in to the account of a reset link; its owner may not have set them up.</summary>
public static class ViewReset
{
    /// <summary>Needs only the link. Null where the link is worthless.</summary>
    [SentBy(Senders.Anybody)]
    public sealed record Query(string? Code) : IQuery<View?>;

    /// <param name="HasAuthenticator">Whether sign-in asks for a code.</param>
    /// <param name="MayRemoveAuthenticator">
    /// Whether the reset can remove it; see <see cref="ResetPassword.MayRemoveAuthenticator"/>.
    /// </param>
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
