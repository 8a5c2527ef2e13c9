namespace ConnectGate.Desk.Portability;

/// <summary>
/// A member's export: asked for, packed in the background, offered for some days, then deleted. Each member has at most
/// one; the next replaces it. <see cref="ExportPiece"/> contains the file.
/// </summary>
internal sealed class Export
{
    /// <summary>How long a finished export is offered, and a failed one is shown.</summary>
    public static readonly TimeSpan Offered = TimeSpan.FromDays(7);

    /// <summary>The shortest time between two exports, because each reads everything of the member.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>The time after which a node that was packing counts as gone. Each piece starts it again.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>The most times that the packing is begun.</summary>
    public const int MostRuns = 3;

    private Export() { }

    public long MemberId { get; private set; }
    public DateTime AskedAt { get; private set; }

    /// <summary>Until then a node packs it; null while it waits and after its end.</summary>
    public DateTime? ClaimedUntil { get; private set; }

    /// <summary>
    /// The number of times that a node began to pack. Pieces of an earlier run are refused. It never goes back.
    /// </summary>
    public int Run { get; private set; }

    /// <summary>The runs that are left.</summary>
    public int RunsLeft { get; private set; }

    /// <summary>The steps of the packing. 0 until the first piece.</summary>
    public int Total { get; private set; }

    public int Done { get; private set; }

    /// <summary>The bytes and the pieces that are stored so far.</summary>
    public long Size { get; private set; }

    public int Pieces { get; private set; }

    /// <summary>Null while it waits or is packed.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Whether it ended without a file.</summary>
    public bool Failed { get; private set; }

    public int Version { get; private set; }

    /// <summary>The end of the offer; null while it waits or is packed.</summary>
    public DateTime? OfferedUntil => FinishedAt + Offered;

    internal static Export Of(long memberId) => new() { MemberId = memberId };

    /// <summary>The earliest time of the next export; null where one waits or is packed.</summary>
    internal DateTime? NextFrom =>
        FinishedAt is null ? null
        : Failed ? AskedAt
        : AskedAt + Pause;

    internal void Ask(DateTime now)
    {
        (AskedAt, RunsLeft, ClaimedUntil, FinishedAt, Failed) = (now, MostRuns, null, null, false);
        Restart();
    }

    /// <summary>A node begins to pack it, or gives it up because no run is left. Returns whether it begins.</summary>
    internal bool BeginRun(DateTime now)
    {
        Restart();
        if (RunsLeft == 0)
        {
            (ClaimedUntil, FinishedAt, Failed) = (null, now, true);
            return false;
        }

        (Run, RunsLeft, ClaimedUntil) = (Run + 1, RunsLeft - 1, now + Claim);
        return true;
    }

    /// <summary>Takes the next piece and returns it.</summary>
    internal ExportPiece Take(byte[] bytes, int done, int total, bool last, DateTime now)
    {
        var piece = new ExportPiece
        {
            MemberId = MemberId,
            Number = Pieces,
            Bytes = bytes,
        };
        (Done, Total, Size, Pieces) = (done, total, Size + bytes.Length, Pieces + 1);
        ClaimedUntil = last ? null : now + Claim;
        FinishedAt = last ? now : null;
        Version++;
        return piece;
    }

    private void Restart()
    {
        (Done, Total, Size, Pieces) = (0, 0, 0, 0);
        Version++;
    }
}

/// <summary>A part of an export's file. All pieces in their order are the file.</summary>
internal sealed class ExportPiece
{
    /// <summary>In bytes; about the size of a piece. The last one is smaller, and any can be somewhat larger.</summary>
    public const int Size = 256 * 1024;

    public required long MemberId { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}
