namespace ConnectGate.Care.Moderation;

/// <summary>
/// A member's report of a letter, of a post or of an entry in an agenda. The evidence is a copy from the time of the
/// report. Never changed.
/// </summary>
internal sealed class Report
{
    public static readonly TextLimit CommentLimit = new("comment", 0, 1_000);

    public long Id { get; private set; }
    public required Case Case { get; init; }
    public long CaseId { get; private set; }
    public required long ReporterId { get; init; }

    // One of the three has a value.
    public long? RequestId { get; init; }
    public long? PostId { get; init; }

    /// <summary>The key of the author's membership.</summary>
    public long? AgendaEntryId { get; init; }

    public required ReportCategory Category { get; init; }

    /// <summary>May be empty.</summary>
    public required string Comment { get; init; }

    /// <summary><c>Evidence</c> as JSON.</summary>
    public required string Evidence { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>The API uses the names in kebab-case.</summary>
public enum ReportCategory
{
    Spam,

    Sales,

    /// <summary>Threats, insults or repeated unwanted contact.</summary>
    Harassment,

    /// <summary>The sender pretends to be another person.</summary>
    Impersonation,

    /// <summary>A statement in the text is not true.</summary>
    FalseClaim,

    /// <summary>Another cause; the comment names it.</summary>
    Other,
}
