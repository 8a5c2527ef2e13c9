using MediatR;

namespace ConnectGate.Accounts;

/// <summary>A mail about an account is to be sent. Published before the save; it waits in the outbox for the commit of what it tells of.</summary>
internal sealed record AccountMailWritten(string To, string Subject, string Body) : INotification;
