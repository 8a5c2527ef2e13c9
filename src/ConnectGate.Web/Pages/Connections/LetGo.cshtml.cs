using ConnectGate.Ties.Connections;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Connections;

/// <summary>Asks before a connection is let go.</summary>
public sealed class LetGoModel(IMediator mediator, IStringLocalizer<ConnectionsTexts> texts) : PageModel
{
    /// <summary>The connection.</summary>
    public ViewConnection.View Connection { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewConnection.Query(handle), cancellationToken) is not { } connection)
        {
            return NotFound();
        }

        Connection = connection;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new LetGo.Command(handle), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["let-go-done"]);
        return RedirectToPage("/Connections/Index");
    }
}
