namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// An address on a group's attendee list. Whoever has confirmed that address, now or later, may accept. To the
/// organisers it reads "invited" until then, whether the address has an account, waits for one, or its owner declined.
/// </summary>
internal sealed class Invitation
{
    /// <summary>
    /// The most that can be open for a group that a moderator recognised, and for another: who invites a crowd to
    /// something is known first.
    /// </summary>
    public const int MostOfRecognised = 5_000,
        Most = 100;

    public long Id { get; private set; }
    public required long GroupId { get; init; }

    /// <summary>The address as it stood in the list.</summary>
    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }
    public required long InvitedById { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When its owner declined; the organisers don't learn it, and inviting again changes nothing.</summary>
    public DateTime? DeclinedAt { get; set; }
}
