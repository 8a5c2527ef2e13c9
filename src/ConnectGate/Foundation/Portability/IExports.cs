namespace ConnectGate.Foundation.Portability;

/// <summary>
/// A feature's part of a member's export: everything about the member that they may see, and nothing more. What the
/// member cannot tell as a sender must not change a row, a value or the order. The scan of the assembly registers it.
/// </summary>
internal interface IExports
{
    /// <summary>The entities that the part reads. A test finds an entity of no part.</summary>
    IReadOnlyList<Type> Covers { get; }

    /// <summary>The part's lists. Their rows are read later, one after the other.</summary>
    /// <param name="memberId">Whose export it is.</param>
    /// <param name="now">The export shows what the member can see at this time.</param>
    IEnumerable<ExportTable> TablesOf(long memberId, DateTime now);

    /// <summary>A file of its own, such as a picture; null where there is none.</summary>
    Task<ExportFile?> FileOfAsync(long memberId, CancellationToken cancellationToken) =>
        Task.FromResult<ExportFile?>(null);
}

/// <param name="Name">The file's name with its ending.</param>
/// <param name="Content">The bytes of the file.</param>
internal sealed record ExportFile(string Name, byte[] Content);
