using ConnectGate.Care.Noticeboards;

namespace ConnectGate.Web.Pages.Groups.Noticeboard;

public sealed class ReportPostModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : PostModel(mediator)
{
    [BindProperty(Name = "")]
    public ReportForm Form { get; set; } = new();

    protected override bool Concerns(ReadNoticeboard.Row post) => !post.Mine;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken)
            ? await DoAsync(
                new ReportPost.Command(Id, Form.Category, Form.Comment),
                _ => new(texts["post-reported", Seen.Post.AuthorName]),
                RedirectToPage("/Groups/Group", new { Id = Seen.GroupId }),
                cancellationToken
            )
            : NotFound();
}
