using ConnectGate.Foundation.Portability;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts.Sessions;

/// <summary>How the member signs in, without passwords, keys and secrets.</summary>
internal sealed class AccountExport(ConnectGateContext context) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Account), typeof(Session), typeof(IdentityUserPasskey<long>)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        yield return ExportTable.Of("account", context.Users.Where(account => account.Id == memberId), account => new
        {
            account.Email,
            account.Role,
            account.TwoFactorEnabled,
        });
        yield return ExportTable.Of(
            "sessions",
            context.Sessions.Where(session => session.AccountId == memberId).OrderBy(session => session.Id),
            session => new
            {
                session.Device,
                session.Kind,
                session.SecondFactor,
                session.StartedAt,
                session.LastSeenAt,
            }
        );
        yield return ExportTable.Of(
            "passkeys",
            context.UserPasskeys.Where(passkey => passkey.UserId == memberId),
            passkey => new { passkey.Data.Name, passkey.Data.CreatedAt }
        );
    }
}
