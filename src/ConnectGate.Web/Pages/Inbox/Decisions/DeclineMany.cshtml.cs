using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Inbox.Decisions;

/// <summary>Asks before the chosen letters are declined without words.</summary>
public sealed class DeclineManyModel(IMediator mediator, IStringLocalizer<InboxTexts> texts) : PageModel
{
    // The most senders whom the notice names.
    private const int MostNamed = 3;

    /// <summary>The chosen letters' public ids.</summary>
    [BindProperty(SupportsGet = true, Name = "ids")]
    public IList<string> Ids { get; set; } = [];

    /// <summary>"Not for me" instead of "not now".</summary>
    [BindProperty(SupportsGet = true)]
    public bool ForGood { get; set; }

    /// <summary>The reason filter of the inbox page with the letters.</summary>
    [BindProperty(SupportsGet = true)]
    public Reason? Reason { get; set; }

    /// <summary>The other filter of that page.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxFilter? Filter { get; set; }

    /// <summary>The cursor of that page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The chosen letters that still wait.</summary>
    public IReadOnlyList<ReviewInbox.Row> Letters { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        if (Letters.Count > 0)
        {
            return Page();
        }

        this.Say(texts["decline-many-none"]);
        return RedirectToPage(
            "/Inbox/Index",
            new
            {
                Reason,
                Filter,
                Cursor,
            }
        );
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await FindAsync(cancellationToken);
        var outcome = await mediator.Send(new DeclineMany.Command([.. Ids], ForGood), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(
                new Notice(Said)
                {
                    Links = [new(texts["change-decisions"], $"/inbox?folder={nameof(InboxFolder.Decided)}")],
                }
            );
            return RedirectToPage("/Inbox/Index", new { Reason, Filter });
        }

        return this.ShowRefusals(outcome.Refusals);
    }

    private string Said =>
        Letters.Count switch
        {
            0 => texts["decline-many-none-waited"],
            > MostNamed => texts["decline-many-done-more", Names, Letters.Count - MostNamed],
            _ => texts["decline-many-done", Names],
        };

    private string Names => string.Join(", ", Letters.Take(MostNamed).Select(letter => letter.SenderName));

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new ReviewInbox.Query(Reason, Cursor, Filter: Filter), cancellationToken);
        Letters = [.. view.Letters.Items.Where(letter => Ids.Contains(letter.Id))];
    }
}
