using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Registering;

namespace ConnectGate.Care.Administration;

/// <summary>
/// Somebody who registered, confirmed their address and waits to be let in, as an administrator sees them.
/// </summary>
/// <param name="Handle">The handle they chose.</param>
/// <param name="DisplayName">Their name.</param>
/// <param name="Email">Their address.</param>
/// <param name="Since">When they registered.</param>
/// <param name="Application">Why they want to join, in their words; may be empty.</param>
public sealed record Applicant(string Handle, string DisplayName, string Email, DateTime Since, string Application);

internal sealed class Applicants(ConnectGateContext context)
{
    /// <summary>The account and member that wait under that handle; null where nobody does.</summary>
    public async Task<(Account Account, Member Member)?> FindToDecideAsync(
        string handle,
        CancellationToken cancellationToken
    )
    {
        if (Handle.Of(handle)?.Value is not { } value)
        {
            return null;
        }

        var waiting =
            from account in context.Users.WhoWait()
            join member in context.Members on account.Id equals member.Id
            where member.Handle == value
            select new { Account = account, Member = member };
        return await waiting.SingleOrDefaultAsync(cancellationToken) is { } found
            ? (found.Account, found.Member)
            : null;
    }
}
