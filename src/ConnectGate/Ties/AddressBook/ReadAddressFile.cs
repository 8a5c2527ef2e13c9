using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Reads a file of addresses, before it is the current member's turn to write: nothing is stored, and nobody waits.
/// Time and memory are bounded by how many bytes, rows and lines are looked at; two files are read at once, others wait
/// for their turn.
/// </summary>
public static class ReadAddressFile
{
    /// <summary>The most bytes of a file.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Reads the file: Connections.csv, Invitations.csv, vCards, or a zip with any of them.</summary>
    /// <param name="File">It must be able to seek; null where none was chosen.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(Stream? File) : IQuery<View>;

    /// <summary>What was read, to be handed to <see cref="BeginImport"/>.</summary>
    public sealed class View : ICarriesRefusals
    {
        /// <summary>
        /// Why nothing of the file can be used; null where it can: <c>address-file-missing</c>, <c>-unknown</c>,
        /// <c>-empty</c>, <c>-too-large</c>, <c>-encrypted</c>, <c>-damaged</c>, or <c>address-book-full</c> where it
        /// alone tells of too many.
        /// </summary>
        public Refusal? Refusal { get; internal init; }

        internal Gathered Gathered { get; init; } = new([], 0, [], 0);

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) =>
            Refusal is null ? this : new View { Refusal = word(Refusal) };
    }

    internal sealed class Handler(ReadingTurns turns) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            if (query.File is not { } file)
            {
                return Refused("address-file-missing");
            }

            if (file.Length > LargestFile)
            {
                return Refused(UnreadableFileException.TooLarge);
            }

            using var turn = await turns.WaitAsync(cancellationToken);
            try
            {
                var gathering = new Gathering(cancellationToken);
                AddressFile.Read(file, gathering);
                var gathered = gathering.Result;
                return gathered.Contacts.Count + gathered.LeftOut + gathered.Problems.Count > 0
                    ? new View { Gathered = gathered }
                    : Refused(UnreadableFileException.Empty);
            }
            catch (UnreadableFileException unreadable)
            {
                return Refused(unreadable.Code);
            }
        }

        private static View Refused(string code) => new() { Refusal = BeginImport.Refusal(code) };
    }
}

/// <summary>How many files are read at once in this process, since each may take a member's share of memory.</summary>
internal sealed class ReadingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(2, 2);

    /// <summary>Waits for a turn; it lasts until the result is disposed.</summary>
    public async Task<IDisposable> WaitAsync(CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return new Turn(_turns);
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
