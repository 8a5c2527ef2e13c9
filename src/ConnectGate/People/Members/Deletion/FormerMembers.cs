using ConnectGate.Foundation.Portability;
using ConnectGate.People.Accounts.Former;

namespace ConnectGate.People.Members.Deletion;

/// <summary>What binds the former members with an address, and their handles.</summary>
internal sealed class FormerMembers(ConnectGateContext context, FormerNames names, IEnumerable<IErases> parts)
{
    /// <summary>
    /// Whether the handle was a former member's with another address. A link always means the same person.
    /// </summary>
    public async Task<bool> HadHandleAsync(string handle, string normalizedEmail, CancellationToken cancellationToken)
    {
        var (hadHandle, hadAddress) = (
            await names.OfHandleAsync(handle, cancellationToken),
            await names.OfAddressAsync(normalizedEmail, cancellationToken)
        );
        return await context.Users.AnyAsync(
            account => account.FormerHandle == hadHandle && account.FormerAddress != hadAddress,
            cancellationToken
        );
    }

    /// <summary>Binds a member by what bound the former members with their address. Saves.</summary>
    public async Task BindAsync(long memberId, string normalizedEmail, CancellationToken cancellationToken)
    {
        var address = await names.OfAddressAsync(normalizedEmail, cancellationToken);
        var formerIds = await context
            .Users.Where(account => account.FormerAddress == address)
            .OrderBy(account => account.Id)
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        foreach (var formerId in formerIds)
        {
            foreach (var part in parts)
            {
                await part.BindAsync(formerId, memberId, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
            }
        }
    }
}
