using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// The current member imports a file that was read. The command stores all people in slices at once.
/// <see cref="SaveSlice"/> then turns one slice after another into entries. So an interrupted import continues where it
/// stopped, and no other writer waits for the whole import.
/// </summary>
public static class BeginImport
{
    /// <summary>
    /// Starts the import. Refusals: the refusal of the reading, <c>address-book-importing</c> (an earlier import still
    /// runs), <c>address-book-full</c> (the book would have more than 30,000 people).
    /// </summary>
    /// <param name="File">The result of <see cref="ReadAddressFile"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(ReadAddressFile.View File) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (command.File.Refusal is { } unreadable)
            {
                return Outcome<Done>.Refused([unreadable]);
            }

            var (me, file) = (actor.Id, command.File.Gathered);
            await context.LockMembersAsync(cancellationToken, me);
            var import = await context.AddressBookImports.SingleOrDefaultAsync(
                import => import.OwnerId == me,
                cancellationToken
            );
            if (import is { FinishedAt: null })
            {
                return Outcome<Done>.Refused([Refusal("address-book-importing")]);
            }

            if (await WouldOverflowAsync(me, file.Contacts, cancellationToken))
            {
                return Outcome<Done>.Refused([Refusal(UnreadableFileException.Full)]);
            }

            if (import is null)
            {
                import = AddressBookImport.Of(me);
                context.AddressBookImports.Add(import);
            }

            import.Begin(file, actor.Now);
            context.AddressBookSlices.AddRange(
                file.Contacts.Chunk(AddressBookSlice.Size)
                    .Select(contacts => new AddressBookSlice { OwnerId = me, Contacts = contacts })
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }

        // Loads the existing keys only if the sum of both counts exceeds the limit.
        private async Task<bool> WouldOverflowAsync(
            long me,
            IReadOnlyList<Contact> contacts,
            CancellationToken cancellationToken
        )
        {
            var mine = context.AddressBook.Where(entry => entry.OwnerId == me);
            var kept = await mine.CountAsync(cancellationToken);
            if (kept + contacts.Count <= AddressBookEntry.Most)
            {
                return false;
            }

            var known = await mine.Select(entry => entry.Key).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
            return kept
                    + contacts.Count(contact => !known.Contains(contact.Key) && !known.Overlaps(contact.EarlierKeys))
                > AddressBookEntry.Most;
        }
    }

    /// <summary>A refusal of the uploaded file.</summary>
    internal static Refusal Refusal(string code) =>
        new(code, "file", Words.Format(code, AddressBookEntry.Most, ReadAddressFile.LargestFile / (1024 * 1024)));
}
