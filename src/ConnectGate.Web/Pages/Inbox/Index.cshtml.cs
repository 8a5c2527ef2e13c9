using ConnectGate.Desk.Inbox;
using ConnectGate.Gate;
using ConnectGate.People.Members;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>The letters to a member.</summary>
public sealed class IndexModel(
    IMediator mediator,
    IStringLocalizer<InboxTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    /// <summary>The filter.</summary>
    [BindProperty(SupportsGet = true)]
    public Reason? Reason { get; set; }

    /// <summary>The other filter: what the two have in common.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxFilter? Filter { get; set; }

    /// <summary>Waiting or decided.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxFolder Folder { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The letters.</summary>
    public ReviewInbox.View Letters { get; private set; } = null!;

    /// <summary>The reasons to filter by.</summary>
    public IEnumerable<Choice> Reasons =>
        [
            new("", texts["filter-all"]),
            .. Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), shared.NameOf(reason))),
        ];

    /// <summary>What the two may have in common, to filter by.</summary>
    public IEnumerable<Choice> Filters =>
        [
            new("", texts["filter-common-all"]),
            .. Enum.GetValues<InboxFilter>().Select(filter => new Choice(filter.ToString(), texts.NameOf(filter))),
        ];

    /// <summary>Whether only some letters are shown.</summary>
    public bool IsFiltered => Reason is not null || Filter is not null;

    /// <summary>The order that is not chosen.</summary>
    public InboxOrder OtherOrder => Letters.Order == InboxOrder.ByAge ? InboxOrder.VouchedFirst : InboxOrder.ByAge;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Letters = await mediator.Send(new ReviewInbox.Query(Reason, Cursor, Folder, Filter), cancellationToken);

    public async Task<IActionResult> OnPostOrderAsync(InboxOrder order, CancellationToken cancellationToken)
    {
        await mediator.Send(new ChooseInboxOrder.Command(order), cancellationToken);
        return RedirectToPage("/Inbox/Index", new { Reason, Filter });
    }
}
