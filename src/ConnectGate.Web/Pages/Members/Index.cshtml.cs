using ConnectGate.Letters.Directory;

namespace ConnectGate.Web.Pages.Members;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The most shared groups, and the most people both know, that a row names.</summary>
    public const int MostNamed = 3;

    /// <summary>The text to search for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>Whether to show only members whom the reader may ask.</summary>
    [BindProperty(SupportsGet = true)]
    public bool May { get; set; }

    public Page<FindMembers.Row> Found { get; private set; } = null!;

    /// <summary>
    /// Whether this is the first page of a search. It says how many people were found, and the reader can type on.
    /// </summary>
    public bool Searched { get; private set; }

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        Found = await mediator.Send(new FindMembers.Query(Text, May, cursor), cancellationToken);
        Searched = cursor is null && (May || !string.IsNullOrWhiteSpace(Text));
    }
}
