using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

public sealed class ReportModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator, texts)
{
    [BindProperty(Name = "")]
    public ReportForm Form { get; set; } = new();

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanReport;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(
            new ReportRequest.Command(Id, Form.Category, Form.Comment),
            (_, name) => Texts["letter-reported", name],
            undo: null,
            cancellationToken
        );
}
