namespace ConnectGate.People.Members.Suspensions;

/// <summary>
/// A moderator's measure. Until it ends, the member reaches nothing but the decision, their appeal and signing out.
/// Only an upheld appeal rewrites the row.
/// </summary>
internal sealed class Suspension
{
    public static readonly TextLimit ReasonLimit = new("reason-given", 10, 1_000);

    /// <summary>A suspended member's refusal for accepting or writing.</summary>
    public static Refusal Refusal => new("suspended", "", Words.Of("suspended-writing"));

    public long Id { get; private set; }
    public required long MemberId { get; init; }
    public required long ModeratorId { get; init; }
    public required DateTime From { get; init; }

    /// <summary>Null for a suspension without end.</summary>
    public DateTime? Until { get; set; }

    /// <summary>The member reads it.</summary>
    public required string Reason { get; init; }

    /// <summary>An appeal was upheld: the suspension ends now.</summary>
    internal void Lift(DateTime now) => Until = now;
}
