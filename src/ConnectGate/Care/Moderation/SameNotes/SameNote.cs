namespace ConnectGate.Care.Moderation.SameNotes;

/// <summary>
/// Evidence on the case of a letter's author: other members sent nearly the same note. It is a copy from that time.
/// </summary>
internal sealed class SameNote
{
    public long Id { get; private set; }
    public required Case Case { get; init; }
    public long CaseId { get; private set; }

    /// <summary>The public id of the letter.</summary>
    public required string LetterId { get; init; }

    public required long SenderId { get; init; }

    /// <summary>The same id for all letters with nearly the same note.</summary>
    public required string GroupId { get; init; }

    /// <summary><c>Evidence</c> as JSON.</summary>
    public required string Evidence { get; set; }

    public required DateTime At { get; init; }

    /// <summary>Replaces the evidence, of which a part was deleted with its author.</summary>
    internal void Keep(Evidence evidence) => Evidence = evidence.ToJson();
}
