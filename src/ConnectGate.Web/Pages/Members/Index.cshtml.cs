using ConnectGate.Letters.Directory;

namespace ConnectGate.Web.Pages.Members;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The text to search for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Whether to show only members whom the reader may ask.</summary>
    [BindProperty(SupportsGet = true)]
    public bool May { get; set; }

    public Page<FindMembers.Row> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Found = await mediator.Send(new FindMembers.Query(Text, May, cursor), cancellationToken);
}
