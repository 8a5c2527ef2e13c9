using ConnectGate.Care.Moderation;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Reporting a post to the moderators.</summary>
public sealed class ReportPostModel(
    IMediator mediator,
    IStringLocalizer<GroupsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PostModel(mediator)
{
    /// <summary>What for.</summary>
    [BindProperty]
    public ReportCategory? Category { get; set; }

    /// <summary>What the reporter adds.</summary>
    [BindProperty]
    public string? Comment { get; set; }

    /// <summary>What there is to choose from.</summary>
    public IEnumerable<Choice> Categories =>
        Enum.GetValues<ReportCategory>().Select(category => new Choice(category.ToString(), shared.NameOf(category)));

    protected override bool Concerns(ReadNoticeboard.Row post) => !post.Mine;

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await Mediator.Send(new ReportPost.Command(id, Category, Comment), cancellationToken);
        if (!outcome.Succeeded)
        {
            return outcome.IsNotFound ? NotFound() : this.ShowRefusals(outcome.Refusals);
        }

        this.Say(texts["post-reported"]);
        return RedirectToPage("/Groups/Group", new { id = Seen.GroupId });
    }
}
