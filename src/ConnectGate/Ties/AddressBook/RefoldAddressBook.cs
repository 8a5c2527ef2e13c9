namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Folds the names in all address books anew, and writes the domains of addresses in ASCII; see
/// <see cref="AddressBookEntry.FoldAnewAsync"/>.
/// </summary>
internal sealed class RefoldAddressBook(ConnectGateContext context) : IRefresh
{
    public string Name => $"fold-address-books-{SearchText.Version}";

    public async Task<long?> RunAsync(long after, CancellationToken cancellationToken)
    {
        var batch = await context
            .AddressBook.Include(entry => entry.Emails)
            .Where(entry => entry.Id > after)
            .OrderBy(entry => entry.Id)
            .Take(Refreshes.Batch)
            .ToListAsync(cancellationToken);
        var taken = new HashSet<(long, string)>();
        foreach (var entry in batch)
        {
            entry.WriteAddressesInAscii();
            await entry.FoldAnewAsync(async key =>
                taken.Add((entry.OwnerId, key))
                && !await context.AddressBook.AnyAsync(
                    other => other.OwnerId == entry.OwnerId && other.Key == key,
                    cancellationToken
                )
            );
        }

        return batch.LastOrDefault()?.Id;
    }
}
