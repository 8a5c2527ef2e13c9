using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.FirstSteps;
using ConnectGate.Gate;
using ConnectGate.People.Members;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox;

public sealed class IndexModel(
    IMediator mediator,
    CurrentMember current,
    TimeProvider clock,
    IStringLocalizer<InboxTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Reason? Reason { get; set; }

    /// <summary>The filter by what the two have in common.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxFilter? Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public InboxFolder Folder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public ReviewInbox.View Letters { get; private set; } = null!;

    /// <summary>The letters of this page above the line.</summary>
    public IReadOnlyList<ReviewInbox.Row> Written =>
        [.. Letters.Letters.Items.Where(letter => !letter.CouldBeToAnyone)];

    /// <summary>The letters of this page that could have been written to anyone.</summary>
    public IReadOnlyList<ReviewInbox.Row> Below => [.. Letters.Letters.Items.Where(letter => letter.CouldBeToAnyone)];

    /// <summary>The choices of the reason filter.</summary>
    public IEnumerable<Choice> Reasons =>
        [
            new("", texts["filter-all"]),
            .. Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), shared.NameOf(reason))),
        ];

    /// <summary>The choices of the other filter.</summary>
    public IEnumerable<Choice> Filters =>
        [
            new("", texts["filter-common-all"]),
            .. Enum.GetValues<InboxFilter>().Select(filter => new Choice(filter.ToString(), texts.NameOf(filter))),
        ];

    public bool IsFiltered => Reason is not null || Filter is not null;

    public InboxOrder OtherOrder => Letters.Order == InboxOrder.ByAge ? InboxOrder.VouchedFirst : InboxOrder.ByAge;

    /// <summary>What a new member does first; empty once that is done or skipped.</summary>
    public IReadOnlyList<FirstStep> FirstSteps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Letters = await mediator.Send(new ReviewInbox.Query(Reason, Cursor, Folder, Filter), cancellationToken);
        if (current.Session!.JoinedAt > clock.GetUtcNow().UtcDateTime - ViewFirstSteps.ShownFor)
        {
            FirstSteps = await mediator.Send(new ViewFirstSteps.Query(), cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostOrderAsync(InboxOrder order, CancellationToken cancellationToken)
    {
        await mediator.Send(new ChooseInboxOrder.Command(order), cancellationToken);
        return RedirectToPage("/Inbox/Index", new { Reason, Filter });
    }
}
