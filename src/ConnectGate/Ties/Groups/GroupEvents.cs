namespace ConnectGate.Ties.Groups;

/// <summary>
/// Addresses were invited that were not before. Published before the save, in its transaction, like all of these.
/// </summary>
/// <param name="Group">To which group.</param>
/// <param name="InviterId">By which organiser.</param>
/// <param name="NormalizedEmails">The addresses, as accounts are found by.</param>
internal sealed record AttendeesInvited(Group Group, long InviterId, IReadOnlyList<string> NormalizedEmails)
    : INotification;

/// <summary>An invitation is there no more: its owner answered it, or an organiser took it back.</summary>
internal sealed record InvitationEnded(Group Group, string NormalizedEmail) : INotification;

/// <summary>An organiser removed somebody from a group.</summary>
internal sealed record MemberRemoved(Group Group, long MemberId) : INotification;
