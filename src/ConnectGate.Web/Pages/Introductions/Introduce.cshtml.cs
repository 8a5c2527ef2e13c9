using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Ties.Connections;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Introductions;

/// <summary>
/// The page where a member offers to introduce two connections to each other. The member first chooses the second one,
/// then writes to each.
/// </summary>
public sealed class IntroduceModel(IMediator mediator, IStringLocalizer<IntroductionsTexts> texts) : PageModel
{
    /// <summary>The typed words for the one.</summary>
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The typed words for the other.</summary>
    [BindProperty]
    public string? OtherWords { get; set; }

    /// <summary>The connection to introduce.</summary>
    public ViewConnection.View Connection { get; private set; } = null!;

    /// <summary>Null while none is chosen.</summary>
    public ViewConnection.View? Other { get; private set; }

    /// <summary>The connections to choose from, while none is chosen.</summary>
    public ConnectionsToChoose Choice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(
        string handle,
        string? other,
        string? q,
        string? cursor,
        CancellationToken cancellationToken
    ) => await FindAsync(handle, other, q, cursor, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, string? other, CancellationToken cancellationToken)
    {
        if (other is null)
        {
            return await FindAsync(handle, null, null, null, cancellationToken)
                ? this.ShowRefusal("other", texts["choose-first"])
                : NotFound();
        }

        var outcome = await mediator.Send(
            new OfferIntroduction.Command(handle, other, Words, OtherWords),
            cancellationToken
        );
        var refused = this.ShowRefusals(outcome.Refusals);
        if (outcome.IsNotFound || !await FindAsync(handle, other, null, null, cancellationToken))
        {
            return NotFound();
        }

        if (!outcome.Succeeded)
        {
            return refused;
        }

        this.Say(texts["introduce-done", Connection.DisplayName, Other!.DisplayName]);
        return RedirectToPage("/Introductions/Index", new { folder = IntroductionsFolder.Mine });
    }

    private async Task<bool> FindAsync(
        string handle,
        string? other,
        string? text,
        string? cursor,
        CancellationToken cancellationToken
    )
    {
        if (await mediator.Send(new ViewConnection.Query(handle), cancellationToken) is not { } connection)
        {
            return false;
        }

        Connection = connection;
        if (other is not null)
        {
            Other = await mediator.Send(new ViewConnection.Query(other), cancellationToken);
            return Other is not null;
        }

        var found = await mediator.Send(new ListConnections.Query(cursor, text), cancellationToken);
        Choice = new ConnectionsToChoose(
            $"/connections/{connection.Handle}/introduce",
            "other",
            text,
            found with
            {
                Items = [.. found.Items.Where(row => row.Handle != connection.Handle)],
            }
        );
        return true;
    }
}
