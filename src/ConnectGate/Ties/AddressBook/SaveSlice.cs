namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Makes entries of the slice that waits longest, whoever's it is. Sent by a worker, again and again.
/// </summary>
public static class SaveSlice
{
    /// <summary>Saves a slice.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Receipt>;

    /// <summary>What was there to do.</summary>
    /// <param name="Any">Whether a slice waited, and so another may.</param>
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

            return new Receipt(Any: true); // another node may have been quicker
        }

        private async Task SaveAsync(AddressBookSlice slice, DateTime now, CancellationToken cancellationToken)
        {
            string[] keys =
            [
                .. slice.Contacts.SelectMany(contact => new[] { contact.Key, contact.NameKey }).OfType<string>(),
            ];
            var known = await context
                .AddressBook.Include(entry => entry.Emails)
                .Where(entry => entry.OwnerId == slice.OwnerId && keys.Contains(entry.Key))
                .ToDictionaryAsync(entry => entry.Key, StringComparer.Ordinal, cancellationToken);
            var (added, updated) = (0, 0);
            foreach (var contact in slice.Contacts)
            {
                // Who was known by name alone is now known by more; a second one of that name is somebody else.
                if (
                    known.Remove(contact.Key, out var entry)
                    || (contact.NameKey is { } name && known.Remove(name, out entry))
                )
                {
                    updated += entry.Update(contact, now) ? 1 : 0;
                }
                else
                {
                    context.AddressBook.Add(AddressBookEntry.Of(slice.OwnerId, contact, now));
                    added++;
                }
            }

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
