namespace ConnectGate.Care.Noticeboards;

/// <summary>
/// Plain text on a group's noticeboard; only the group's members can read it. A removed post is deleted. A report keeps
/// a copy of its text.
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
