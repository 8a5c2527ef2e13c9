namespace ConnectGate.Desk.Notifications;

/// <summary>How one kind of notification appears. The list and the digest both use this table only.</summary>
/// <param name="ListText">Name of its text in the list. Place 0 is the name of the member who acted, or else of the
/// group. Place 1 is the name of the member whom a reference is about.</param>
/// <param name="DigestText">Name of its text in a digest. Place 0 is the same. Place 1 is the reason of a
/// letter.</param>
/// <param name="Address">Returns the path of its page, without a leading slash; null where it has no page.</param>
internal sealed record ToldKind(
    NotificationKind Kind,
    string ListText,
    string DigestText,
    Func<ToldKind.Target, string?> Address
)
{
    public static readonly IReadOnlyList<ToldKind> All =
    [
        new(NotificationKind.LetterArrived, "told-letter", "digest-letter", to => $"inbox/{to.Subject}"),
        new(NotificationKind.Connected, "told-connected", "digest-connected", to => $"conversations/{to.Handle}"),
        new(NotificationKind.DeclinedWithWords, "told-words", "digest-words", _ => "sent"),
        new(NotificationKind.MessageArrived, "told-message", "digest-message", to => $"conversations/{to.Handle}"),
        new(NotificationKind.Suspended, "told-suspended", "digest-suspended", _ => "decisions"),
        new(NotificationKind.InvitedToGroup, "told-invited", "digest-invited", to =>
            to.IsRead ? null : $"groups/{to.Subject}/invitation"
        ),
        new(NotificationKind.RemovedFromGroup, "told-removed", "digest-removed", _ => null),
        new(NotificationKind.AskedToIntroduce, "told-asked-to-introduce", "digest-asked-to-introduce", to =>
            $"introductions/{to.Subject}"
        ),
        new(NotificationKind.IntroductionOffered, "told-introduction-offered", "digest-introduction-offered", to =>
            $"introductions/offers/{to.Subject}"
        ),
        new(NotificationKind.BothAgreed, "told-both-agreed", "digest-both-agreed", to =>
            $"introductions/offers/{to.Subject}"
        ),
        new(NotificationKind.ReferenceAsked, "told-reference-asked", "digest-reference-asked", to =>
            to.IsOver ? null : $"references/{to.Subject}"
        ),
        new(NotificationKind.ReferenceAnswered, "told-reference-answered", "digest-reference-answered", to =>
            $"references/{to.Subject}"
        ),
        new(NotificationKind.RecipientWrote, "told-recipient-wrote", "digest-recipient-wrote", to =>
            $"sent/{to.Subject}"
        ),
        new(NotificationKind.SenderAnswered, "told-sender-answered", "digest-sender-answered", to =>
            $"inbox/{to.Subject}"
        ),
        new(NotificationKind.Decided, "told-decision", "digest-decision", to => $"decisions/{to.Subject}"),
        new(NotificationKind.AppealAnswered, "told-appeal-answered", "digest-appeal-answered", to =>
            $"decisions/{to.Subject}"
        ),
        new(NotificationKind.ReportAnswered, "told-report-answered", "digest-report-answered", _ => "reports"),
        new(NotificationKind.CaseWaits, "told-case", "digest-case", to => $"moderation/cases/{to.Subject}"),
    ];

    public static ToldKind Of(NotificationKind kind) => All.Single(told => told.Kind == kind);

    /// <param name="Handle">The handle of the member who acted; empty where the community itself did.</param>
    /// <param name="IsRead">An answered invitation is read, and its page no longer exists.</param>
    /// <param name="IsOver">A reference can no longer be answered.</param>
    internal sealed record Target(string Subject, string Handle, bool IsRead = false, bool IsOver = false);
}
