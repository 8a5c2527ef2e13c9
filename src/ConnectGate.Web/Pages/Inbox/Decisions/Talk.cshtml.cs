using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>Where the recipient writes to the sender before deciding.</summary>
public sealed class TalkModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator)
{
    /// <summary>The message as typed.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>How many exchanges there can be.</summary>
    public int Exchanges { get; } = TalkView.MostExchanges;

    /// <summary>After how long without a message it is over.</summary>
    public TimeSpan QuietAfter { get; } = TalkView.GoesQuietAfter;

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanTalk;

    protected override IActionResult Next => RedirectToPage("/Inbox/Letter", null, new { Id }, "talk");

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(
            new WriteToSender.Command(Id, Text),
            _ =>
            {
                this.ForgetDraft($"talk/{Id}");
                return texts["talk-written"];
            },
            cancellationToken
        );
}
