using MediatR;

namespace ConnectGate.Requests;

/// <summary>A request passed the gate. Published before the save, in its transaction, like all of these.</summary>
internal sealed record RequestSent(ConnectionRequest Request) : INotification;

/// <summary>The sender took it back before delivery; the row goes without trace.</summary>
internal sealed record RequestTakenBack(ConnectionRequest Request) : INotification;

/// <summary>The sender withdrew it after delivery.</summary>
internal sealed record RequestWithdrawn(ConnectionRequest Request) : INotification;

/// <summary>An acceptance came to nothing within its grace: undone, or overruled by a withdrawal, a block, a report or a suspension.</summary>
internal sealed record AcceptanceOverruled(ConnectionRequest Request) : INotification;
