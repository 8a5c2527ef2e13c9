using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace ConnectGate.People.Accounts;

/// <summary>
/// A limited permission for one account: in a mail's link, between the two steps of signing in, or as the mark of a
/// trusted device. It is protected and opaque outside. It contains the account's security stamp, so that a changed
/// password or address makes it worthless.
/// </summary>
/// <param name="AccountId">0 for a registration, which has no account yet.</param>
/// <param name="Stamp">
/// The account's security stamp when the ticket was made, or the registration's token; empty where the ticket outlives
/// a change.
/// </param>
/// <param name="Until">The ticket is worthless from then on.</param>
/// <param name="Value">Further content: a new address, a device's id.</param>
internal sealed record Ticket(long AccountId, string Stamp, DateTime Until, string Value = "");

/// <summary>A ticket made for one purpose is worthless for another.</summary>
internal enum TicketPurpose
{
    ConfirmEmail,
    ResetPassword,
    ChangeAddress,
    SecondStep,
    TrustedDevice,
    EndDigest,
    Reentered,
    KeepAccount,
}

internal sealed class Tickets(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The lifetimes of mailed links.</summary>
    public static readonly TimeSpan ToConfirm = TimeSpan.FromDays(3),
        ToReset = TimeSpan.FromHours(1),
        ToChangeAddress = TimeSpan.FromHours(24);

    /// <summary>The longest time between the two steps of signing in.</summary>
    public static readonly TimeSpan ForSecondStep = TimeSpan.FromMinutes(10);

    /// <summary>The time for a change after the password was entered again.</summary>
    public static readonly TimeSpan ForAChange = TimeSpan.FromMinutes(10);

    /// <summary>The time for the choice to keep an account that is about to be deleted.</summary>
    public static readonly TimeSpan ToKeep = TimeSpan.FromMinutes(30);

    /// <summary>A device stays trusted this long after its owner's sign-in.</summary>
    public static readonly TimeSpan TrustsDevice = TimeSpan.FromDays(365);

    public string Make(TicketPurpose purpose, long accountId, string stamp, TimeSpan lasts, string value = "") =>
        Protector(purpose)
            .Protect(
                JsonSerializer.Serialize(new Ticket(accountId, stamp, clock.GetUtcNow().UtcDateTime + lasts, value))
            );

    /// <summary>Null where the text is no ticket, was made for another purpose or has expired.</summary>
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

    /// <summary>Whether the ticket belongs to the account, and the account has not changed since.</summary>
    public static bool Fits(Ticket ticket, Account account) =>
        ticket.AccountId == account.Id
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(ticket.Stamp),
            Encoding.UTF8.GetBytes(account.SecurityStamp ?? "")
        );

    private IDataProtector Protector(TicketPurpose purpose) =>
        protection.CreateProtector("ConnectGate.Tickets", purpose.ToString(), "v1");
}
