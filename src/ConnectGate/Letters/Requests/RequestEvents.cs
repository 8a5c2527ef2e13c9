namespace ConnectGate.Letters.Requests;

/// <summary>
/// A request passed the gate. Like every event here, it is published before the save, in the same transaction.
/// </summary>
internal sealed record RequestSent(ConnectionRequest Request) : INotification;

/// <summary>The sender took the request back before delivery. The row is deleted.</summary>
internal sealed record RequestTakenBack(ConnectionRequest Request) : INotification;

/// <summary>The sender withdrew the request after delivery.</summary>
internal sealed record RequestWithdrawn(ConnectionRequest Request) : INotification;

/// <summary>
/// An acceptance was cancelled within its grace, by an undo, a withdrawal, a block, a report or a suspension.
/// </summary>
internal sealed record AcceptanceOverruled(ConnectionRequest Request) : INotification;

/// <summary>A sent or corrected letter is nearly the same as recent letters of other senders.</summary>
/// <param name="OthersIds">The ids of the similar requests, one for each other sender.</param>
internal sealed record SameNoteSent(ConnectionRequest Request, IReadOnlyList<long> OthersIds) : INotification;

/// <summary>
/// A letter is delivered before its time, because its recipient wrote to its sender meanwhile, or because the reports
/// that held it back were decided.
/// </summary>
internal sealed record RequestCrossed(ConnectionRequest Request) : INotification;

/// <summary>The sender corrected a letter before its delivery.</summary>
internal sealed record RequestCorrected(ConnectionRequest Request) : INotification;
