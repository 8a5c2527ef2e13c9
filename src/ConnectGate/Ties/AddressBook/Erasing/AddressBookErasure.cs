using ConnectGate.Foundation.Portability;

namespace ConnectGate.Ties.AddressBook.Erasing;

/// <summary>The member's own address book. That of another member who knows them is the other member's.</summary>
internal sealed class AddressBookErasure(ConnectGateContext context) : IErases
{
    public IReadOnlyDictionary<Type, string> Outcomes { get; } =
        new Dictionary<Type, string>
        {
            [typeof(AddressBookEntry)] = "deleted",
            [typeof(AddressBookEmail)] = "deleted",
            [typeof(AddressBookImport)] = "deleted",
            [typeof(AddressBookSlice)] = "deleted",
        };

    // The other two tables follow.
    public async Task EraseAsync(Leaver leaver, CancellationToken cancellationToken)
    {
        await context.AddressBookImports.Where(one => one.OwnerId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
        await context.AddressBook.Where(entry => entry.OwnerId == leaver.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
