namespace ConnectGate.Desk.Notifications;

/// <summary>Something new for a member, told once: in the list, by the badge, and in at most one digest.</summary>
internal sealed class Notification
{
    /// <summary>
    /// For what is never told, and is written all the same so that nobody can tell the difference by the time it takes.
    /// </summary>
    public static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public long Id { get; private set; }
    public required long MemberId { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>
    /// What it is about: a request's, message's, group's, offer's or reference's public id. The same kind is never told
    /// twice of the same subject and number.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>The number of a talk's message, which has no public id of its own; 0 for every other kind.</summary>
    public int Number { get; init; }

    /// <summary>Whose act it tells of; null for the community's own.</summary>
    public long? ActorId { get; init; }

    /// <summary>The group it is about, if any.</summary>
    public long? GroupId { get; init; }

    /// <summary>From when it is told: a letter's delivery, the end of a grace.</summary>
    public required DateTime VisibleFrom { get; set; }

    public DateTime? ReadAt { get; set; }
}

/// <summary>What there is to tell.</summary>
public enum NotificationKind
{
    /// <summary>A letter arrived.</summary>
    LetterArrived,

    /// <summary>A request of theirs became a connection.</summary>
    Connected,

    /// <summary>A request of theirs was declined with words.</summary>
    DeclinedWithWords,

    /// <summary>Somebody wrote in a conversation that had nothing unread.</summary>
    MessageArrived,

    /// <summary>A moderator suspended them.</summary>
    Suspended,

    /// <summary>They are invited to a group or gathering.</summary>
    InvitedToGroup,

    /// <summary>An organiser removed them from a group or gathering.</summary>
    RemovedFromGroup,

    /// <summary>A connection asked them to pass a letter on.</summary>
    AskedToIntroduce,

    /// <summary>A connection offered to introduce somebody to them.</summary>
    IntroductionOffered,

    /// <summary>They and somebody else both agreed to be introduced.</summary>
    BothAgreed,

    /// <summary>A connection asks whether they know somebody.</summary>
    ReferenceAsked,

    /// <summary>One whom they asked about a letter's sender answered.</summary>
    ReferenceAnswered,

    /// <summary>The recipient of a letter of theirs wrote to them before deciding.</summary>
    RecipientWrote,

    /// <summary>The sender of a letter to them answered what they wrote.</summary>
    SenderAnswered,
}
