using ConnectGate.Gate;

namespace ConnectGate.Ties.Connections;

/// <summary>
/// Two members who agreed to connect. Valid from the end of the accepter's grace time until one lets go or blocks;
/// queries compare these times with the clock. Keeps its origin: the asker, the member who introduced them, the note
/// and the reason.
/// </summary>
internal sealed class Connection
{
    public static readonly TextLimit HowWeKnowEachOtherLimit = new("how-we-know-each-other", 0, 500);

    private Connection() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }
    public long AskedById { get; private set; }

    public long RequestId { get; private set; }

    /// <summary>The member who introduced the two; null where nobody did.</summary>
    public long? IntroducedById { get; private set; }

    public PersonalNote Note { get; private set; } = null!;
    public Reason Reason { get; private set; }
    public string ReasonDetail { get; private set; } = "";

    public DateTime ValidFrom { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long? EndedById { get; private set; }

    /// <summary>
    /// Whether a block ended the connection. In that case no waiting time applies after the block is lifted.
    /// </summary>
    public bool EndedByBlock { get; private set; }

    /// <summary>
    /// The time from which the connection may be named as a link: <see cref="ValidFrom"/>, or null where one of the two
    /// did not agree or the connection has ended. A database constraint checks this value against the other columns. It
    /// is stored so that an index finds a member's links without reading the rows.
    /// </summary>
    public DateTime? NamedFrom { get; private set; }

    public Side Low { get; private set; } = null!;
    public Side High { get; private set; } = null!;
    public int Version { get; private set; }

    /// <summary>
    /// A connection that is valid from <paramref name="validFrom"/> on, unless the acceptance is undone.
    /// </summary>
    internal static Connection Agreed(
        (long Id, long? IntroducedById) request,
        (PersonalNote Note, StatedReason Reason) letter,
        (long Id, Side Side) asker,
        (long Id, Side Side) accepter,
        DateTime validFrom
    )
    {
        var pair = Pair.Of(asker.Id, accepter.Id);
        var connection = new Connection
        {
            LowId = pair.Low,
            HighId = pair.High,
            AskedById = asker.Id,
            RequestId = request.Id,
            IntroducedById = request.IntroducedById,
            Note = letter.Note,
            Reason = letter.Reason.Reason,
            ReasonDetail = letter.Reason.Detail,
            ValidFrom = validFrom,
            Low = pair.Low == asker.Id ? asker.Side : accepter.Side,
            High = pair.High == asker.Id ? asker.Side : accepter.Side,
        };
        connection.Name();
        return connection;
    }

    internal Side SideOf(long memberId) => memberId == LowId ? Low : High;

    internal void Change(long memberId, Side side)
    {
        if (memberId == LowId)
        {
            Low = side;
        }
        else
        {
            High = side;
        }

        Name();
        Version++;
    }

    /// <exception cref="IllegalTransitionException">It has ended already.</exception>
    internal void End(long byId, bool byBlock, DateTime now)
    {
        if (EndedAt is not null)
        {
            throw new IllegalTransitionException("The connection has ended already.");
        }

        (EndedAt, EndedById, EndedByBlock) = (now, byId, byBlock);
        Name();
        Version++;
    }

    private void Name() =>
        NamedFrom = EndedAt is null && Low.MayBeNamedAsLink && High.MayBeNamedAsLink ? ValidFrom : null;
}

/// <summary>One member's own settings for a connection.</summary>
/// <param name="OtherMaySeeMyConnections">Whether the other member may see my list of connections.</param>
/// <param name="MayBeNamedAsLink">Whether I may be named as the link between the other member and people we both know.
/// It counts only where all members on both connections agree.</param>
/// <param name="HowWeKnowEachOther">Only its writer can read it; may be empty.</param>
internal sealed record Side(bool OtherMaySeeMyConnections, bool MayBeNamedAsLink, string HowWeKnowEachOther)
{
    /// <summary>
    /// The asker's first settings: the list is hidden, and naming is agreed. The asker can change both on the
    /// connection's page.
    /// </summary>
    public static Side OfTheAsker => new(OtherMaySeeMyConnections: false, MayBeNamedAsLink: true, "");
}
