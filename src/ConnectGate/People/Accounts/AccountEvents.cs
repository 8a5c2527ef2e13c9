using System.Globalization;

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
/// <param name="To">The address; its member's language counts, if it has a member.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Body">The body.</param>
/// <param name="Otherwise">The language for an address without a member; null for the default.</param>
internal sealed record AccountMailWritten(string To, Wording Subject, Wording Body, CultureInfo? Otherwise)
    : INotification;
