namespace ConnectGate.People.Mail;

/// <summary>
/// A mail that waits to be sent. It is stored with the change that it reports, sent after the commit, and deleted when
/// the server accepts it.
/// </summary>
internal sealed class OutgoingMail
{
    public const int SubjectLength = 200;

    public long Id { get; private set; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>
    /// One click there ends mail of this kind (List-Unsubscribe, RFC 8058); null for mail that a person asked for.
    /// </summary>
    public string? UnsubscribeUrl { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>
    /// The mail is not sent before this time, and mail of an earlier time is sent before it. At first it is the time of
    /// writing, or an hour before for mail that a person waits for. It is later after a failed try, and while a node
    /// sends the mail.
    /// </summary>
    public required DateTime DueAt { get; set; }

    public int FailedTries { get; set; }
}
