using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration.Members;

/// <summary>Finds the member whom an administrator names.</summary>
internal sealed class NamedMembers(ConnectGateContext context, ILookupNormalizer normalizer)
{
    /// <summary>Tracked. Null where no member, lapsed or not, has that handle or address.</summary>
    /// <param name="name">A handle, or an email address, which no handle looks like.</param>
    public async Task<Named?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var (email, handle) = (normalizer.NormalizeEmail(EmailAddress.Of(name)), Handle.Of(name)?.Value);
        var all =
            from account in context.Users.WhoJoined()
            join member in context.Members on account.Id equals member.Id
            select new { account, member };
        var found = await (
            email is not null
                ? all.Where(one => one.account.NormalizedEmail == email)
                : all.Where(one => one.member.Handle == handle)
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new Named(found.account, found.member);
    }

    internal sealed record Named(Account Account, Member Member);
}
