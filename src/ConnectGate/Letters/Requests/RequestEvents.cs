namespace ConnectGate.Letters.Requests;

/// <summary>A request passed the gate. Published before the save, in its transaction, like all of these.</summary>
internal sealed record RequestSent(ConnectionRequest Request) : INotification;

/// <summary>The sender took it back before delivery; the row goes without trace.</summary>
internal sealed record RequestTakenBack(ConnectionRequest Request) : INotification;

/// <summary>The sender withdrew it after delivery.</summary>
internal sealed record RequestWithdrawn(ConnectionRequest Request) : INotification;

/// <summary>
/// An acceptance came to nothing within its grace: undone, or overruled by a withdrawal, a block, a report or a
/// suspension.
/// </summary>
internal sealed record AcceptanceOverruled(ConnectionRequest Request) : INotification;

/// <summary>A letter, sent or corrected, says nearly the same as letters that others sent these days.</summary>
/// <param name="Request">The letter.</param>
/// <param name="OthersIds">Those of other senders, one each.</param>
internal sealed record SameNoteSent(ConnectionRequest Request, IReadOnlyList<long> OthersIds) : INotification;

/// <summary>A letter's words are no longer what they were: corrected before delivery.</summary>
internal sealed record RequestCorrected(ConnectionRequest Request) : INotification;
