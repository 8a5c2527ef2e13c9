namespace ConnectGate.Care.Moderation;

/// <summary>
/// A member's report of a letter, or of a post on a noticeboard, with the evidence as it was when they reported it.
/// Never rewritten.
/// </summary>
internal sealed class Report
{
    public static readonly TextLimit CommentLimit = new("comment", 0, 1_000);

    public long Id { get; private set; }
    public required Case Case { get; init; }
    public long CaseId { get; private set; }
    public required long ReporterId { get; init; }

    /// <summary>The letter; null of a post.</summary>
    public long? RequestId { get; init; }

    /// <summary>The post; null of a letter.</summary>
    public long? PostId { get; init; }

    public required ReportCategory Category { get; init; }

    /// <summary>What the reporter added; may be empty.</summary>
    public required string Comment { get; init; }

    /// <summary>The letter or post as JSON: the author's names and what they wrote, as the reporter saw it.</summary>
    public required string Evidence { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What a letter or post is reported for. In the API in kebab-case.</summary>
public enum ReportCategory
{
    /// <summary>Sent to many, or meant for nobody.</summary>
    Spam,

    /// <summary>Selling.</summary>
    Sales,

    /// <summary>Threats, insults, pestering.</summary>
    Harassment,

    /// <summary>Somebody pretends to be somebody else.</summary>
    Impersonation,

    /// <summary>Something in it is not true.</summary>
    FalseClaim,

    /// <summary>Something else, which the comment says.</summary>
    Other,
}
