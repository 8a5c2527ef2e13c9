namespace ConnectGate.Ties.AddressBook;

/// <summary>Folds the names in all address books anew; see <see cref="AddressBookEntry.FoldAnew"/>.</summary>
internal sealed class RefoldAddressBook(ConnectGateContext context) : IRefresh
{
    public string Name => $"fold-address-books-{SearchText.Version}";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        var batch = await context
            .AddressBook.Where(entry => entry.Id > after)
            .OrderBy(entry => entry.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        batch.ForEach(entry => entry.FoldAnew());
        return batch.LastOrDefault()?.Id;
    }
}
