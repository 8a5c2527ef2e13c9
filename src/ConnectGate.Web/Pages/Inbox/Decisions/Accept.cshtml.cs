using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>The second, deliberate step of accepting.</summary>
public sealed class AcceptModel(IMediator mediator, IStringLocalizer<InboxTexts> texts, ReaderTime reader)
    : DecisionModel(mediator)
{
    /// <summary>Whether the sender may see my connections.</summary>
    [BindProperty]
    public bool MaySeeMyConnections { get; set; }

    /// <summary>Whether I may be named as the link to people we both know.</summary>
    [BindProperty]
    public bool MayBeNamedAsLink { get; set; }

    /// <summary>Private to the member who accepts.</summary>
    [BindProperty]
    public string? HowWeKnowEachOther { get; set; }

    /// <summary>An answer to the note.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanAccept;

    protected override IActionResult Opened()
    {
        MayBeNamedAsLink = true;
        return base.Opened();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DecideAsync(
            new AcceptRequest.Command(Id, MaySeeMyConnections, MayBeNamedAsLink, HowWeKnowEachOther, Answer),
            receipt => texts["letter-accepted", reader.Left(receipt.UndoUntil), reader.Time(receipt.UndoUntil)],
            cancellationToken
        );
}
