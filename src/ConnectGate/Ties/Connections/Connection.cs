using ConnectGate.Gate;

namespace ConnectGate.Ties.Connections;

/// <summary>
/// Two members who agreed. Valid from the end of the accepter's grace until one lets go or blocks; reads filter on both
/// by the clock. Keeps its provenance: who asked, who introduced them, and the note and the reason that began it.
/// </summary>
internal sealed class Connection
{
    public static readonly TextLimit HowWeKnowEachOtherLimit = new("how-we-know-each-other", 0, 500);

    private Connection() { }

    public long Id { get; private set; }
    public long LowId { get; private set; }
    public long HighId { get; private set; }
    public long AskedById { get; private set; }

    /// <summary>The request it came from.</summary>
    public long RequestId { get; private set; }

    /// <summary>Who introduced the two; null where nobody did.</summary>
    public long? IntroducedById { get; private set; }

    public PersonalNote Note { get; private set; } = null!;
    public Reason Reason { get; private set; }
    public string ReasonDetail { get; private set; } = "";

    public DateTime ValidFrom { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public long? EndedById { get; private set; }

    /// <summary>Whether it ended by a block: then no waiting time outlives the block.</summary>
    public bool EndedByBlock { get; private set; }

    /// <summary>
    /// From when it may be named as a link, which is when it holds; null where not both agreed to be named, or it has
    /// ended. Follows from the others, which the database checks: one column by which an index finds a member's links
    /// without reading their rows.
    /// </summary>
    public DateTime? NamedFrom { get; private set; }

    public Side Low { get; private set; } = null!;
    public Side High { get; private set; } = null!;
    public int Version { get; private set; }

    /// <summary>
    /// A connection that will hold from <paramref name="validFrom"/> unless the acceptance is undone.
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

/// <summary>What one of the two decides about a connection, for themself.</summary>
/// <param name="OtherMaySeeMyConnections">Whether the other may see my list of connections.</param>
/// <param name="MayBeNamedAsLink">Whether I may be named as the link between the other and people we both know; counts
/// only where all ends agree.</param>
/// <param name="HowWeKnowEachOther">Private to its writer.</param>
internal sealed record Side(bool OtherMaySeeMyConnections, bool MayBeNamedAsLink, string HowWeKnowEachOther)
{
    /// <summary>
    /// What the asker's side begins with: nothing seen, naming agreed; changed on the connection's page.
    /// </summary>
    public static Side OfTheAsker => new(OtherMaySeeMyConnections: false, MayBeNamedAsLink: true, "");
}
