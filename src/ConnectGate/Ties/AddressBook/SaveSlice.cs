using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Turns the oldest waiting slice of all members into entries. A worker sends the command again and again.
/// </summary>
public static class SaveSlice
{
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Receipt>;

    /// <param name="Any">Whether a slice waited. If so, another may wait too.</param>
    public sealed record Receipt(bool Any);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var next = await context
                .AddressBookSlices.OrderBy(slice => slice.Id)
                .Select(slice => new { slice.Id, slice.OwnerId })
                .FirstOrDefaultAsync(cancellationToken);
            if (next is null)
            {
                return new Receipt(Any: false);
            }

            await context.LockMembersAsync(cancellationToken, next.OwnerId);
            if (
                await context.AddressBookSlices.SingleOrDefaultAsync(slice => slice.Id == next.Id, cancellationToken) is
                { } slice
            )
            {
                await SaveAsync(slice, actor.Now, cancellationToken);
            }

            return new Receipt(Any: true); // another node may have saved the slice first
        }

        private async Task SaveAsync(AddressBookSlice slice, DateTime now, CancellationToken cancellationToken)
        {
            string[] keys = [.. slice.Contacts.SelectMany(contact => contact.EarlierKeys.Prepend(contact.Key))];
            var known = await context
                .AddressBook.Include(entry => entry.Emails)
                .Where(entry => entry.OwnerId == slice.OwnerId && keys.Contains(entry.Key))
                .ToDictionaryAsync(entry => entry.Key, StringComparer.Ordinal, cancellationToken);
            var (added, updated) = (0, 0);
            foreach (var contact in slice.Contacts)
            {
                if (Find(known, contact) is { } entry)
                {
                    updated += entry.Update(contact, now) ? 1 : 0;
                }
                else
                {
                    context.AddressBook.Add(AddressBookEntry.Of(slice.OwnerId, contact, now));
                    added++;
                }
            }

            await CountAsync(slice, added, updated, now, cancellationToken);
        }

        // A person known only by name may have a better key now. A second contact with the same name is another person.
        private static AddressBookEntry? Find(Dictionary<string, AddressBookEntry> known, Contact contact)
        {
            if (known.Remove(contact.Key, out var entry))
            {
                return entry;
            }

            var earlier = contact.EarlierKeys.FirstOrDefault(key =>
                known.TryGetValue(key, out var found) && found.FoldedName == contact.FoldedName
            );
            return earlier is not null && known.Remove(earlier, out entry) ? entry : null;
        }

        private async Task CountAsync(
            AddressBookSlice slice,
            int added,
            int updated,
            DateTime now,
            CancellationToken cancellationToken
        )
        {
            var import = await context.AddressBookImports.SingleAsync(
                import => import.OwnerId == slice.OwnerId,
                cancellationToken
            );
            import.Saved(slice.Contacts.Count, added, updated, now);
            context.AddressBookSlices.Remove(slice);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
