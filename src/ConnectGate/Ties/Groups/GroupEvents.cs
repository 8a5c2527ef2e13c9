namespace ConnectGate.Ties.Groups;

/// <summary>
/// New addresses were invited. Published before the save, in the same transaction, like every event here.
/// </summary>
/// <param name="NormalizedEmails">Normalized in the same way as the addresses of accounts.</param>
internal sealed record AttendeesInvited(Group Group, long InviterId, IReadOnlyList<string> NormalizedEmails)
    : INotification;

/// <summary>The owner of the address answered the invitation, or an organiser took it back.</summary>
internal sealed record InvitationEnded(Group Group, string NormalizedEmail) : INotification;

/// <summary>An organiser removed a member from a group.</summary>
internal sealed record MemberRemoved(Group Group, long MemberId) : INotification;
