namespace ConnectGate.People.Mail;

/// <summary>
/// A mail that waits to be sent. It is stored with the change that it reports, sent after the commit, and deleted when
/// the server accepts it. Mail that was given up stays for <see cref="GivenUpStays"/>.
/// </summary>
internal sealed class OutgoingMail
{
    public const int SubjectLength = 200;

    /// <summary>
    /// Until a mail is given up. The pauses between the tries grow, and take about eight hours altogether.
    /// </summary>
    public const int MostTries = 10;

    /// <summary>How long administrators see a mail that was given up.</summary>
    public static readonly TimeSpan GivenUpStays = TimeSpan.FromDays(30);

    public long Id { get; private set; }
    public required MailKind Kind { get; init; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>
    /// One click there ends mail of this kind (List-Unsubscribe, RFC 8058); null for mail that nobody can end.
    /// </summary>
    public string? UnsubscribeUrl { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>
    /// The mail is not sent before this time. At first it is the time of writing. It is later after a failed try, and
    /// while a node sends the mail. Null once the mail is given up.
    /// </summary>
    public required DateTime? DueAt { get; set; }

    public int FailedTries { get; private set; }

    /// <summary>The time of the last failed try; null before the first one.</summary>
    public DateTime? FailedAt { get; private set; }

    /// <summary>Of the last try; null before the first one, and while a node tries again.</summary>
    public MailFaultKind? Fault { get; private set; }

    /// <inheritdoc cref="MailFault.Detail"/>
    public string? FaultDetail { get; private set; }

    /// <returns>Whether the mail is given up.</returns>
    internal bool Fail(MailFault fault, DateTime now)
    {
        FailedTries++;
        (FailedAt, Fault, FaultDetail) = (now, fault.Kind, fault.Detail);

        // One minute, then twice as long each time.
        DueAt = FailedTries < MostTries ? now + TimeSpan.FromMinutes(Math.Pow(2, FailedTries - 1)) : null;
        return DueAt is null;
    }
}
