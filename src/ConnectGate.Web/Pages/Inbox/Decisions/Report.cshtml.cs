using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

public sealed class ReportModel(
    IMediator mediator,
    IStringLocalizer<InboxTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : DecisionModel(mediator)
{
    [BindProperty]
    public ReportCategory? Category { get; set; }

    [BindProperty]
    public string? Comment { get; set; }

    public IEnumerable<Choice> Categories =>
        Enum.GetValues<ReportCategory>().Select(category => new Choice(category.ToString(), shared.NameOf(category)));

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanReport;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(new ReportRequest.Command(Id, Category, Comment), _ => texts["letter-reported"], cancellationToken);
}
