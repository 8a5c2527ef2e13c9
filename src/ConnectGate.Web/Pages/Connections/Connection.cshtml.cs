using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.Ties.Connections;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Connections;

/// <summary>One connection: its origin, and who may see what.</summary>
public sealed class ConnectionModel(IMediator mediator, IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>Whether the other member may see my connections.</summary>
    [BindProperty]
    public bool OtherMaySeeMyConnections { get; set; }

    /// <summary>Whether I may be named as the link to people we both know.</summary>
    [BindProperty]
    public bool MayBeNamedAsLink { get; set; }

    [BindProperty]
    public string? HowWeKnowEachOther { get; set; }

    /// <summary>The typed note to oneself.</summary>
    [BindProperty]
    public string? Text { get; set; }

    public ViewConnection.View Connection { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken) =>
        await FindAsync(handle, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        var command = new ChangeSharing.Command(handle, OtherMaySeeMyConnections, MayBeNamedAsLink, HowWeKnowEachOther);
        return await ChangeAsync(command, handle, "sharing-saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostNoteAsync(string handle, CancellationToken cancellationToken) =>
        await ChangeAsync(new WriteNoteToSelf.Command(handle, Text), handle, "note-to-self-saved", cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        ICommand<Done> command,
        string handle,
        string said,
        CancellationToken cancellationToken
    )
    {
        var outcome = await mediator.Send(command, cancellationToken);
        var refused = this.ShowRefusals(outcome.Refusals);
        var found = !outcome.IsNotFound && await FindAsync(handle, cancellationToken);
        if (!outcome.Succeeded)
        {
            return found ? refused : NotFound();
        }

        // A note to oneself can be about anybody.
        this.Say(found ? shared[said, Connection.DisplayName] : shared["saved"]);
        return RedirectToPage("/Connections/Connection", new { handle });
    }

    private async Task<bool> FindAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewConnection.Query(handle), cancellationToken) is not { } connection)
        {
            return false;
        }

        Connection = connection;
        return true;
    }
}
