namespace ConnectGate.People.Accounts;

/// <summary>
/// Somebody showed that an address is theirs: a new account's, or another one. Published in the transaction of what
/// confirms it.
/// </summary>
internal sealed record AddressConfirmed(Account Account) : INotification;

/// <summary>
/// A mail about an account is to be sent. Published before the save; it waits in the outbox for the commit of what it
/// tells of.
/// </summary>
internal sealed record AccountMailWritten(string To, string Subject, string Body) : INotification;
