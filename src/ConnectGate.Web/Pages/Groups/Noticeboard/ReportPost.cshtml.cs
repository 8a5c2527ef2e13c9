using ConnectGate.Care.Moderation;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups.Noticeboard;

public sealed class ReportPostModel(
    IMediator mediator,
    IStringLocalizer<GroupsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PostModel(mediator)
{
    [BindProperty]
    public ReportCategory? Category { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public IEnumerable<Choice> Categories =>
        Enum.GetValues<ReportCategory>().Select(category => new Choice(category.ToString(), shared.NameOf(category)));

    protected override bool Concerns(ReadNoticeboard.Row post) => !post.Mine;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken)
            ? await DoAsync(
                new ReportPost.Command(Id, Category, Comment),
                _ => texts["post-reported"],
                RedirectToPage("/Groups/Group", new { Id = Seen.GroupId }),
                cancellationToken
            )
            : NotFound();
}
