using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Web.Pages.Reports;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

public sealed class ReportModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator, texts)
{
    [BindProperty(Name = "")]
    public ReportForm Form { get; set; } = new();

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanReport;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(
            new ReportRequest.Command(Id, Form.Category, Form.Comment, Form.AgainOf),
            (_, name) => Texts["letter-reported", name],
            undo: null,
            cancellationToken,
            letter => new(Texts["block", letter.SenderName], $"/m/{letter.SenderHandle}/block")
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        await Form.ReadAsync(Mediator, cancellationToken);
        return await base.FindAsync(cancellationToken);
    }
}
