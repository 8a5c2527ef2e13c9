using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>"We have not met": declines a letter for good and reports a false claim.</summary>
public sealed class NotMetModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator, texts)
{
    [BindProperty]
    public string? Comment { get; set; }

    protected override bool CanDecide(LetterView.Decisions decision) =>
        decision.CanReport && Letter is { MetAt: null, Reason: Reason.MetInPerson };

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(
            new ReportRequest.Command(Id, ReportCategory.FalseClaim, Comment),
            (_, name) => Texts["not-met-done", name],
            undo: null,
            cancellationToken
        );
}
