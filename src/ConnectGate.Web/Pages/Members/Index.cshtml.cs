using ConnectGate.Letters.Directory;

namespace ConnectGate.Web.Pages.Members;

/// <summary>Search for members.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Only those whom I may ask.</summary>
    [BindProperty(SupportsGet = true)]
    public bool May { get; set; }

    /// <summary>Whom it found.</summary>
    public Page<FindMembers.Row> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Found = await mediator.Send(new FindMembers.Query(Text, May, cursor), cancellationToken);
}
