using System.Globalization;

namespace ConnectGate.People.Accounts;

/// <summary>
/// Somebody proved an address: a new account's, or a new one of an account. Published in the transaction that confirms
/// it.
/// </summary>
internal sealed record AddressConfirmed(Account Account) : INotification;

/// <summary>
/// Asks for a mail about an account. Published before the save: the mail waits in the outbox for the commit of the
/// change that it reports.
/// </summary>
/// <param name="To">The address. Its member's language is used, if it has a member.</param>
/// <param name="Otherwise">The language for an address without a member; null for the default.</param>
/// <param name="IsAwaited">Whether a person waits for it; false for mail that administrators cause, perhaps by
/// thousands.</param>
internal sealed record AccountMailWritten(
    string To,
    Wording Subject,
    Wording Body,
    CultureInfo? Otherwise,
    bool IsAwaited = true
) : INotification;
