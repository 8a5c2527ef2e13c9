using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.SecondFactors;
using ConnectGate.People.Accounts.Sessions;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>
/// For a member who lost their authenticator and recovery codes and has proved their identity to the server's operator:
/// <c>-- admin reset-second-factor EMAIL</c>. Ends every session and sends the owner a mail.
/// </summary>
public static class ResetSecondFactor
{
    /// <summary>
    /// Removes the authenticator, recovery codes and passkeys; the password stays. Not found where the address has no
    /// account.
    /// </summary>
    [SentBy(Senders.Server)]
    [Audited(AuditAct.ResetSecondFactor)]
    public sealed record Command(string Email) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        UserManager<Account> accounts,
        SecondFactor secondFactor,
        SessionRows sessions,
        AccountMail mail,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = accounts.NormalizeEmail(command.Email);
            if (
                await context.Users.SingleOrDefaultAsync(account => account.NormalizedEmail == email, cancellationToken)
                is not { } account
            )
            {
                return Outcome<Done>.NotFound();
            }

            trail.Tell(AuditAct.ResetSecondFactor, subjectId: account.Id);
            await mail.ChangedAsync(account.Email!, "second-factor-off", cancellationToken);
            foreach (var passkey in await accounts.GetPasskeysAsync(account))
            {
                (await accounts.RemovePasskeyAsync(account, passkey.CredentialId)).OrRunAgain();
            }

            await secondFactor.RemoveAsync(account, cancellationToken);
            await sessions.EndAllAsync(account.Id, null, cancellationToken);
            return default(Done);
        }
    }
}
