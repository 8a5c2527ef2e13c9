namespace ConnectGate.Care.Moderation;

/// <summary>
/// A letter that several members sent in nearly the same words, on the case of its author. Its evidence is as it was
/// then.
/// </summary>
internal sealed class SameNote
{
    public long Id { get; private set; }
    public required Case Case { get; init; }
    public long CaseId { get; private set; }

    /// <summary>The letter's public id.</summary>
    public required string LetterId { get; init; }

    /// <summary>Who wrote it.</summary>
    public required long SenderId { get; init; }

    /// <summary>What the letters in nearly the same words have in common.</summary>
    public required string GroupId { get; init; }

    /// <summary>The letter as JSON, like a report's.</summary>
    public required string Evidence { get; init; }

    public required DateTime At { get; init; }
}
