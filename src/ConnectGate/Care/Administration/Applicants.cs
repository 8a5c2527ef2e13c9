using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Registering;

namespace ConnectGate.Care.Administration;

/// <summary>
/// An applicant as an administrator sees them: they registered, confirmed their address and wait for a decision.
/// </summary>
/// <param name="Application">Why they want to join, in their words; may be empty.</param>
public sealed record Applicant(string Handle, string DisplayName, string Email, DateTime Since, string Application);

internal sealed class Applicants(ConnectGateContext context)
{
    /// <summary>Null where no applicant waits under that handle.</summary>
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
