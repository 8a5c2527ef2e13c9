using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Talks;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>The page where the recipient writes to the sender before deciding.</summary>
public sealed class TalkModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : DecisionModel(mediator, texts)
{
    /// <summary>The typed message.</summary>
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The most messages of each side.</summary>
    public int Exchanges { get; } = TalkView.MostExchanges;

    /// <summary>The time without a message after which the talk ends.</summary>
    public TimeSpan QuietAfter { get; } = TalkView.GoesQuietAfter;

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanTalk;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new WriteToSender.Command(Id, Text),
            _ => new(Texts["talk-written", Letter.Sender.DisplayName]),
            () => LocalRedirect($"{Links.Letter}#talk"),
            cancellationToken
        );
}
