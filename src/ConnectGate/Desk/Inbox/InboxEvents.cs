using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// A request was accepted. Everything that follows holds, and is told, from
/// <see cref="ConnectionRequest.GraceEndsAt"/>; when the acceptance comes to nothing before,
/// <see cref="AcceptanceOverruled"/> follows. Published before the save, in its transaction, like all of these.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="Connection">What it prepared.</param>
/// <param name="Answer">What the accepter answers to the note, cleaned; null where they wrote nothing.</param>
internal sealed record RequestAccepted(ConnectionRequest Request, Connection Connection, string? Answer)
    : INotification;

/// <summary>
/// A request was declined, or a decline was changed. The sender is told only of words, and only once:
/// <see cref="NowWithWords"/>.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="NowWithWords">Whether words went out with this decision.</param>
internal sealed record RequestDeclined(ConnectionRequest Request, bool NowWithWords) : INotification;
