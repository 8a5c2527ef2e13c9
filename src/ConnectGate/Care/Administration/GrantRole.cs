using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration;

/// <summary>
/// Gives an account a role, from the command line of the server: <c>-- admin grant EMAIL [role]</c>. The first
/// administrator is made this way, never by being the first to register.
/// </summary>
public static class GrantRole
{
    /// <summary>The role applies from the account's next request. Not found where the address has no account.</summary>
    [SentBy(Senders.Server)]
    [Audited(AuditAct.GrantedRole)]
    public sealed record Command(string Email, Role Role = Role.Administrator) : ICommand<Granted>;

    /// <param name="NeedsSecondFactor">Whether they must set up a second factor before the pages of the role
    /// open.</param>
    public sealed record Granted(string Handle, bool NeedsSecondFactor);

    internal sealed class Handler(ConnectGateContext context, UserManager<Account> accounts, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Granted>>
    {
        public async Task<Outcome<Granted>> Handle(Command command, CancellationToken cancellationToken)
        {
            var email = accounts.NormalizeEmail(command.Email);
            if (
                await context.Users.SingleOrDefaultAsync(account => account.NormalizedEmail == email, cancellationToken)
                is not { } account
            )
            {
                return Outcome<Granted>.NotFound();
            }

            account.Role = command.Role;
            trail.Tell(AuditAct.GrantedRole, subjectId: account.Id, reason: command.Role.ToString());
            await context.SaveChangesAsync(cancellationToken);
            var handle = await context
                .Members.Where(member => member.Id == account.Id)
                .Select(member => member.Handle)
                .SingleAsync(cancellationToken);
            var needs =
                command.Role != Role.Member
                && !account.TwoFactorEnabled
                && (await accounts.GetPasskeysAsync(account)).Count == 0;
            return new Granted(handle, needs);
        }
    }
}
