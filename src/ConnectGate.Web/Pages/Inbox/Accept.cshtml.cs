using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;

namespace ConnectGate.Web.Pages.Inbox;

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

    /// <summary>Private to the accepter.</summary>
    [BindProperty]
    public string? HowWeKnowEachOther { get; set; }

    /// <summary>An answer to the note.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    protected override bool CanDecide(LetterView.Decisions decision) => decision.CanAccept;

    public override Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        MayBeNamedAsLink = true;
        return base.OnGetAsync(id, cancellationToken);
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken) =>
        DecideAsync(
            id,
            new AcceptRequest.Command(id, MaySeeMyConnections, MayBeNamedAsLink, HowWeKnowEachOther, Answer),
            receipt =>
            {
                this.ForgetDraft($"accept/{id}");
                return texts["letter-accepted", reader.Time(receipt.UndoUntil)];
            },
            cancellationToken
        );
}
