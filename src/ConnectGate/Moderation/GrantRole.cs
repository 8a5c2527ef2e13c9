using ConnectGate.Accounts;
using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Moderation;

/// <summary>
/// Somebody with access to the server gives an account a role: <c>-- admin grant EMAIL [role]</c>. So the first administrator is made, never by being first to
/// register. No page or API sends this.
/// </summary>
public static class GrantRole
{
    /// <summary>Gives the role, from the next request on. Not found where the address has no account.</summary>
    public sealed record Command(string Email, Role Role = Role.Administrator) : ICommand<Granted>;

    /// <summary>What was done.</summary>
    /// <param name="Handle">Whose account it is.</param>
    /// <param name="NeedsSecondFactor">Whether they must set a second factor up before the pages of the role open.</param>
    public sealed record Granted(string Handle, bool NeedsSecondFactor);

    internal sealed class Handler(ConnectGateContext context, UserManager<Account> accounts, TimeProvider clock) : IRequestHandler<Command, Outcome<Granted>>
    {
        public async Task<Outcome<Granted>> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = accounts.NormalizeEmail(request.Email);
            if (await context.Users.SingleOrDefaultAsync(account => account.NormalizedEmail == email, cancellationToken) is not { } account)
            {
                return Outcome<Granted>.NotFound();
            }

            account.Role = request.Role;
            context.Audit.Add(new AuditEntry
            {
                At = clock.GetUtcNow().UtcDateTime,
                Act = AuditAct.GrantedRole,
                SubjectId = account.Id,
                Reason = request.Role.ToString(),
            });
            await context.SaveChangesAsync(cancellationToken);
            var handle = await context.Members.Where(member => member.Id == account.Id).Select(member => member.Handle).SingleAsync(cancellationToken);
            var needs = request.Role != Role.Member && !account.TwoFactorEnabled && (await accounts.GetPasskeysAsync(account)).Count == 0;
            return new Granted(handle, needs);
        }
    }
}
