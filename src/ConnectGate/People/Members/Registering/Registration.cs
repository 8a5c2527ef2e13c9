using ConnectGate.People.Accounts;

namespace ConnectGate.People.Members.Registering;

/// <summary>
/// A request to become a member that waits for the proof of its address. There is no account until then. Several
/// registrations of one address wait side by side, since any of them may be a stranger's.
/// </summary>
internal sealed class Registration
{
    public long Id { get; private set; }

    /// <summary>The content of the mailed link: 128 random bits.</summary>
    public required string Token { get; init; }

    public required string Email { get; init; }

    /// <summary>Normalised as Identity does it.</summary>
    public required string NormalizedEmail { get; init; }

    public required string PasswordHash { get; init; }

    /// <summary>Not reserved: the first registration to be confirmed gets it.</summary>
    public required string Handle { get; init; }

    public required string DisplayName { get; init; }

    public required DigestFrequency Digest { get; init; }

    /// <summary>BCP 47 tag of the browser's language, if the community has it; else of the default.</summary>
    public required string PreferredLanguage { get; init; }

    /// <summary>IANA name of the browser's time zone; the community's where the browser named none.</summary>
    public required string TimeZone { get; init; }

    /// <summary>
    /// The reason for joining, within <see cref="Account.ApplicationLimit"/>; null where nobody asked for it.
    /// </summary>
    public string? Application { get; init; }

    public required DateTime At { get; init; }

    /// <summary>
    /// A row without a link and without content. It is saved where no registration may wait, so that a known address
    /// needs the same statements as a new one.
    /// </summary>
    public static Registration Empty(DateTime now) =>
        new()
        {
            Token = PublicId.Next(),
            Email = "",
            NormalizedEmail = "",
            PasswordHash = "",
            Handle = "",
            DisplayName = "",
            Digest = DigestFrequency.Never,
            PreferredLanguage = "",
            TimeZone = "",
            At = now,
        };
}

/// <summary>Queries on registrations that several use cases share.</summary>
internal static class FoundRegistrations
{
    /// <summary>The registrations whose link is still valid.</summary>
    public static IQueryable<Registration> WhoWait(this IQueryable<Registration> registrations, DateTime now)
    {
        var oldest = now - Tickets.ToConfirm;
        return registrations.Where(registration => registration.At > oldest);
    }

    /// <summary>The registrations whose link has expired; they are removed on use.</summary>
    public static IQueryable<Registration> WhoRanOut(this IQueryable<Registration> registrations, DateTime now)
    {
        var oldest = now - Tickets.ToConfirm;
        return registrations.Where(registration => registration.At <= oldest);
    }
}
