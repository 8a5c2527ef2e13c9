namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator's words to the other moderators about a case. Never changed.</summary>
internal sealed class CaseComment
{
    public static readonly TextLimit Limit = new("case-comment", 1, 2_000);

    public long Id { get; private set; }
    public required long CaseId { get; init; }
    public required long AuthorId { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
}
