using System.Security.Cryptography;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Recognises a device on which an account's owner signed in, or chose a new password with a mailed link. Such a
/// device has tries of its own. Its ticket opens nothing.
/// </summary>
internal sealed class KnownDevices(Tickets tickets)
{
    /// <summary>
    /// The device's id; null where its owner has another address, or the ticket is missing or expired.
    /// </summary>
    public string? Find(string normalizedEmail, string? ticket) =>
        Read(ticket) is { } device && device.Value.StartsWith(Mark(normalizedEmail), StringComparison.Ordinal)
            ? device.Value
            : null;

    /// <summary>
    /// The device's id; null where it belongs to another account, or the ticket is missing or expired.
    /// </summary>
    public string? Find(long accountId, string? ticket) =>
        Read(ticket) is { } device && device.AccountId == accountId ? device.Value : null;

    /// <summary>
    /// The ticket for the device to keep. A known device keeps its ticket: with a new one at each sign-in, somebody who
    /// copied it would have new tries.
    /// </summary>
    public string TicketFor(Account account, string? ticket) =>
        Find(account.NormalizedEmail!, ticket) is not null
            ? ticket!
            : tickets.Make(
                TicketPurpose.TrustedDevice,
                account.Id,
                "",
                Tickets.TrustsDevice,
                Mark(account.NormalizedEmail!) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))
            );

    private Ticket? Read(string? ticket) => tickets.Read(TicketPurpose.TrustedDevice, ticket);

    private static string Mark(string normalizedEmail) => normalizedEmail + "\n";
}
