namespace ConnectGate.Ties.Groups.Invitations;

/// <summary>
/// An address on a group's attendee list. A member with that confirmed address may accept, also one who registers
/// later. Until then the organisers see "invited": they don't learn whether the address has an account or its owner
/// declined.
/// </summary>
internal sealed class Invitation
{
    /// <summary>
    /// The most invitations at a time, for a group that a moderator recognised and for any other. Organisers must be
    /// known before they invite a crowd.
    /// </summary>
    public const int MostOfRecognised = 5_000,
        Most = 100;

    public long Id { get; private set; }
    public required long GroupId { get; init; }

    /// <summary>The address as it was spelt in the list.</summary>
    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }
    public required long InvitedById { get; init; }
    public required DateTime At { get; init; }

    /// <summary>
    /// Null until the owner of the address declines. Organisers never see it, and a second invitation changes nothing.
    /// </summary>
    public DateTime? DeclinedAt { get; set; }
}
