namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// A limit on tries within a window of time. A limit that strangers can use up never stands between an owner and their
/// account: a device that the owner has used, a passkey, a recovery code and a reset mail do not depend on it.
/// </summary>
/// <param name="Name">Separates this bucket's counts from others.</param>
/// <param name="Most">The most tries in one window.</param>
/// <param name="Window">Starts with the first try.</param>
internal sealed record Bucket(string Name, int Most, TimeSpan Window)
{
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15),
        Hour = TimeSpan.FromHours(1);

    /// <summary>Passwords for one account from one network, on devices that the owner has not used.</summary>
    public static readonly Bucket AccountFromNetwork = new("account-network", 5, QuarterHour);

    /// <summary>Passwords from one network, for any account.</summary>
    public static readonly Bucket Network = new("network", 50, QuarterHour);

    /// <summary>
    /// Passwords for one account from all networks together, on devices that the owner has not used. NIST SP 800-63B-4,
    /// 3.2.2, allows at most 100 wrong ones in a row.
    /// </summary>
    public static readonly Bucket Account = new("account", 50, Hour);

    /// <summary>Passwords from one device that the owner has used.</summary>
    public static readonly Bucket Device = new("device", 10, QuarterHour);

    /// <summary>An authenticator's codes for one account from one network, after a right password.</summary>
    public static readonly Bucket CodeFromNetwork = new("code-network", 5, QuarterHour);

    /// <summary>
    /// An authenticator's codes for one account from all networks together. Three of a million codes are valid.
    /// Somebody who knows the password and tries for a year finds one with a probability of 0.4.
    /// </summary>
    public static readonly Bucket SecondStep = new("second-step", 20, Hour);

    /// <summary>An authenticator's codes from one device that the owner has used.</summary>
    public static readonly Bucket CodeFromDevice = new("code-device", 5, QuarterHour);

    /// <summary>The password entered again before a change, in one session.</summary>
    public static readonly Bucket Reentered = new("reentered", 10, QuarterHour);

    /// <summary>Registrations from one network.</summary>
    public static readonly Bucket Registering = new("registering", 60, Hour);

    /// <summary>Mails about a registration to one address, caused from one network.</summary>
    public static readonly Bucket RegistrationFromNetwork = new("mail-registration-network", 5, Hour);

    /// <summary>Mails about a registration to one address.</summary>
    public static readonly Bucket RegistrationTo = new("mail-registration", 10, Hour);

    /// <summary>The limits of a mail about a registration.</summary>
    public static IReadOnlyList<(Bucket Bucket, string Subject)> MailsOfRegistration(string email, string network) =>
        [(RegistrationFromNetwork, $"{email}\n{network}"), (RegistrationTo, email)];

    /// <summary>Requests for a reset from one network, for any address.</summary>
    public static readonly Bucket Forgetting = new("forgetting", 60, Hour);

    /// <summary>Reset mails to one address, caused from one network.</summary>
    public static readonly Bucket ResetFromNetwork = new("mail-reset-network", 5, Hour);

    /// <summary>Reset mails to one address.</summary>
    public static readonly Bucket ResetTo = new("mail-reset", 10, Hour);

    /// <summary>Reset mails that one device causes, for an owner who has used it.</summary>
    public static readonly Bucket ResetFromDevice = new("mail-reset-device", 5, Hour);

    /// <summary>
    /// Reset mails to one address after the other limits are reached. A link works for <see cref="Tickets.ToReset"/>.
    /// So an owner who asks gets a link, or got one within the last ten minutes.
    /// </summary>
    public static readonly Bucket ResetReserve = new("mail-reset-reserve", 1, TimeSpan.FromMinutes(10));

    /// <summary>Mails that one member causes by asking for another address.</summary>
    public static readonly Bucket ChangeByMember = new("mail-change-member", 5, Hour);

    /// <summary>Mails to one address because members asked for it as their own.</summary>
    public static readonly Bucket ChangeTo = new("mail-change", 10, Hour);

    /// <summary>Lets each code of an authenticator work only once while it is valid.</summary>
    public static readonly Bucket OneCode = new("code", 1, TimeSpan.FromMinutes(5));

    /// <summary>Passwords entered with one mailed link.</summary>
    public static readonly Bucket Link = new("link", 10, QuarterHour);

    /// <summary>The longest window of all buckets.</summary>
    public static readonly TimeSpan LongestWindow = Hour;
}
