namespace ConnectGate.People.Members.Suspensions;

/// <summary>
/// A moderator's measure: until it ends the member can read but neither ask nor write. Never rewritten.
/// </summary>
internal sealed class Suspension
{
    public static readonly TextLimit ReasonLimit = new("reason-given", 10, 1_000);

    /// <summary>What a suspended member reads who would accept or write.</summary>
    public static Refusal Refusal => new("suspended", "", Words.Of("suspended-writing"));

    public long Id { get; private set; }
    public required long MemberId { get; init; }
    public required long ModeratorId { get; init; }
    public required DateTime From { get; init; }

    /// <summary>Null for good.</summary>
    public DateTime? Until { get; init; }

    /// <summary>What the member is told.</summary>
    public required string Reason { get; init; }
}
