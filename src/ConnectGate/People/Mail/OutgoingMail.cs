namespace ConnectGate.People.Mail;

/// <summary>
/// A mail that waits to be sent: stored with what it tells of, sent after the commit, deleted when the server took it.
/// </summary>
internal sealed class OutgoingMail
{
    public const int SubjectLength = 200;

    public long Id { get; private set; }
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Body { get; init; }

    /// <summary>
    /// Where one click ends mail of this kind (List-Unsubscribe, RFC 8058); null for mail that a person asked for.
    /// </summary>
    public string? UnsubscribeUrl { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>
    /// Not before this time: when it was written, later after a failed try, or while a node is sending it.
    /// </summary>
    public required DateTime DueAt { get; set; }

    public int FailedTries { get; set; }
}
