using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>The second, deliberate step of accepting.</summary>
public sealed class AcceptModel(IMediator mediator, IStringLocalizer<InboxTexts> texts, ReaderTime reader)
    : DecisionModel(mediator, texts)
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
            (receipt, name) =>
                Texts["letter-accepted", name, reader.Left(receipt.UndoUntil), reader.Time(receipt.UndoUntil)],
            Links.UndoAccept,
            cancellationToken
        );

    /// <summary>Undoes the acceptance. Words typed with it come back into the form.</summary>
    public async Task<IActionResult> OnPostUndoAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ReadAcceptance.Query(Id), cancellationToken) is not { HasWords: true } typed)
        {
            return await UndoAsync(cancellationToken);
        }

        var undone = await Mediator.Send(new UndoDecision.Command(Id), cancellationToken);
        if (!undone.Succeeded || !await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        (MaySeeMyConnections, MayBeNamedAsLink) = (typed.MaySeeMyConnections, typed.MayBeNamedAsLink);
        (HowWeKnowEachOther, Answer) = (typed.HowWeKnowEachOther, typed.Answer);
        return this.GiveBack($"{Undone(undone.Value)} {Texts["undone-words"]}");
    }
}
