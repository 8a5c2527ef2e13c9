namespace ConnectGate.Desk.Notifications;

/// <summary>News for a member. It appears in the list, in the badge and in at most one digest.</summary>
internal sealed class Notification
{
    /// <summary>
    /// Start of visibility for notifications that stay invisible. They are stored so that response times reveal
    /// nothing.
    /// </summary>
    public static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public long Id { get; private set; }
    public required long MemberId { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>
    /// The public id of a request, message, group, offer, reference, measure, report or case. A member gets at most one
    /// notification for each kind, subject and number.
    /// </summary>
    public required string Subject { get; init; }

    /// <summary>The number of a talk's message, because the subject is the letter; 0 for all other kinds.</summary>
    public int Number { get; init; }

    /// <summary>The member who acted; null where the community itself did.</summary>
    public long? ActorId { get; init; }

    /// <summary>Null for a notification that is not about a group.</summary>
    public long? GroupId { get; init; }

    /// <summary>The time from which it is visible, for example a letter's delivery or the end of a grace.</summary>
    public required DateTime VisibleFrom { get; set; }

    public DateTime? ReadAt { get; set; }
}

public enum NotificationKind
{
    LetterArrived,

    /// <summary>A request by the member became a connection.</summary>
    Connected,

    /// <summary>A request by the member was declined with words.</summary>
    DeclinedWithWords,

    /// <summary>Another member wrote in a conversation without unread messages.</summary>
    MessageArrived,

    /// <summary>A suspension of an earlier version. Now <see cref="Decided"/>.</summary>
    Suspended,

    /// <summary>The member is invited to a group or gathering.</summary>
    InvitedToGroup,

    /// <summary>An organiser removed the member from a group or gathering.</summary>
    RemovedFromGroup,

    /// <summary>A connection asked the member to pass a letter on.</summary>
    AskedToIntroduce,

    /// <summary>A connection offered to introduce another member.</summary>
    IntroductionOffered,

    /// <summary>The member and another both agreed to an introduction.</summary>
    BothAgreed,

    /// <summary>A connection asks whether the member knows somebody.</summary>
    ReferenceAsked,

    /// <summary>A connection answered the member's question about a letter's sender.</summary>
    ReferenceAnswered,

    /// <summary>The recipient of the member's letter wrote before deciding.</summary>
    RecipientWrote,

    /// <summary>The sender of a letter to the member answered in the talk.</summary>
    SenderAnswered,

    /// <summary>A moderator took a measure against the member.</summary>
    Decided,

    /// <summary>A moderator answered the member's appeal.</summary>
    AppealAnswered,

    /// <summary>The case in which the member reported is closed.</summary>
    ReportAnswered,

    /// <summary>A case was opened. Only for moderators.</summary>
    CaseWaits,
}
