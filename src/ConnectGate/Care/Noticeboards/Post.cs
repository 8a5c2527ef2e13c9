namespace ConnectGate.Care.Noticeboards;

/// <summary>
/// What a member put on a group's noticeboard: plain text, for those who belong. Removed, it is gone; a report keeps
/// what it said.
/// </summary>
internal sealed class Post
{
    public static readonly TextLimit Limit = new("post", 1, 1_000);

    public long Id { get; private set; }
    public string PublicId { get; private init; } = Foundation.Data.PublicId.Next();
    public required long GroupId { get; init; }
    public required long AuthorId { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
}
