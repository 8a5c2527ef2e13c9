using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.People.Accounts;

/// <summary>
/// Says "this account may do that until then": in the link of a mail, between the two steps of signing in, as the mark
/// of a trusted device. Protected and opaque outside; it carries the account's security stamp, so that a changed
/// password or address makes it worthless.
/// </summary>
/// <param name="AccountId">Whose; 0 for a registration, which has no account yet.</param>
/// <param name="Stamp">
/// The account's security stamp when it was made, or the registration's token; empty where it outlives a change.
/// </param>
/// <param name="Until">From then on it is worth nothing.</param>
/// <param name="Value">What else it must say: a new address, a device's id.</param>
internal sealed record Ticket(long AccountId, string Stamp, DateTime Until, string Value = "");

/// <summary>What a ticket is for; one made for one purpose is worth nothing for another.</summary>
internal enum TicketPurpose
{
    ConfirmEmail,
    ResetPassword,
    ChangeAddress,
    SecondStep,
    TrustedDevice,
    EndDigest,
    Reentered,
}

/// <summary>Makes and reads tickets.</summary>
internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long the link of a mail is good for.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromDays(3),
        ToReset = TimeSpan.FromHours(1),
        ToChangeAddress = TimeSpan.FromHours(24);

    /// <summary>How long somebody may take for the second step of signing in.</summary>
    public static readonly TimeSpan ForSecondStep = TimeSpan.FromMinutes(10);

    /// <summary>How long after the password was asked again a change may be made.</summary>
    public static readonly TimeSpan ForAChange = TimeSpan.FromMinutes(10);

    /// <summary>How long a device on which its owner signed in stays trusted.</summary>
    public static readonly TimeSpan TrustsDevice = TimeSpan.FromDays(365);

    public string Make(TicketPurpose purpose, long accountId, string stamp, TimeSpan lasts, string value = "") =>
        Protector(purpose)
            .Protect(
                JsonSerializer.Serialize(new Ticket(accountId, stamp, clock.GetUtcNow().UtcDateTime + lasts, value))
            );

    /// <summary>The ticket, or null where it is none, was made for something else or has run out.</summary>
    public Ticket? Read(TicketPurpose purpose, string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 4_096)
        {
            return null;
        }

        try
        {
            var ticket = JsonSerializer.Deserialize<Ticket>(Protector(purpose).Unprotect(text));
            return ticket is not null && ticket.Until > clock.GetUtcNow().UtcDateTime ? ticket : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the ticket is the account's, and nothing changed since it was made.</summary>
    public static bool Fits(Ticket ticket, Account account) =>
        ticket.AccountId == account.Id
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(ticket.Stamp),
            Encoding.UTF8.GetBytes(account.SecurityStamp ?? "")
        );

    private IDataProtector Protector(TicketPurpose purpose) =>
        protection.CreateProtector("ConnectGate.Tickets", purpose.ToString(), "v1");
}
