using ConnectGate.Ties.AddressBook.Reading;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Reads a file of addresses before the current member's write begins. It stores nothing, and no other writer waits for
/// it. Limits on bytes, rows and lines bound the time and the memory. Two files are read at once; others wait for a
/// turn.
/// </summary>
public static class ReadAddressFile
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    /// <summary>Accepts Connections.csv, Invitations.csv, vCards, or a zip with any of them.</summary>
    /// <param name="File">Must be seekable; null if the member chose no file.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(Stream? File) : IQuery<View>;

    /// <summary>The result of the reading, for <see cref="BeginImport"/>.</summary>
    public sealed class View : ICarriesRefusals
    {
        /// <summary>
        /// Null if the file can be used. Otherwise <c>address-file-missing</c>, <c>-unknown</c>, <c>-empty</c>,
        /// <c>-too-large</c>, <c>-encrypted</c>, <c>-damaged</c>, or <c>address-book-full</c> if the file alone has too
        /// many people.
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

/// <summary>Limits how many files this process reads at once, because each can use much memory.</summary>
internal sealed class ReadingTurns : IDisposable
{
    private readonly SemaphoreSlim _turns = new(2, 2);

    /// <summary>Waits for a turn. The turn ends when the caller disposes the result.</summary>
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
