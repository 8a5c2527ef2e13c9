using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// All effects begin at <see cref="ConnectionRequest.GraceEndsAt"/>. If the acceptance is overruled before that time,
/// <see cref="AcceptanceOverruled"/> follows. Published before the save, in its transaction, like all of these events.
/// </summary>
/// <param name="Connection">The connection that the acceptance prepared.</param>
/// <param name="Answer">The accepter's answer to the note, cleaned; null where there is none.</param>
/// <param name="HasReferences">Whether the accepter asked anybody about the sender.</param>
internal sealed record RequestAccepted(
    ConnectionRequest Request,
    Connection Connection,
    string? Answer,
    bool HasReferences
) : INotification;

/// <summary>
/// A request was declined, or a decline was changed. The sender gets a notification only for words, and only once:
/// <see cref="NowWithWords"/>.
/// </summary>
/// <param name="NowWithWords">Whether this decision sent words.</param>
internal sealed record RequestDeclined(ConnectionRequest Request, bool NowWithWords) : INotification
{
    /// <summary>Whether the recipient asked anybody about the sender; true also where this is not known.</summary>
    public bool HasReferences { get; init; } = true;
}

/// <summary>A silent decline was undone. The letter waits again.</summary>
internal sealed record DeclineUndone(ConnectionRequest Request) : INotification;
