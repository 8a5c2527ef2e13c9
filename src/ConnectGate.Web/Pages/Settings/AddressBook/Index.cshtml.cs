using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings.AddressBook;

/// <summary>
/// A member's address book, with the import of a file. This is the only page that accepts a larger body than a letter.
/// </summary>
[RequestSizeLimit(Forms.LargestUpload)]
[RequestFormLimits(
    MultipartBodyLengthLimit = Forms.LargestUpload,
    ValueCountLimit = 10,
    ValueLengthLimit = Forms.LargestBody
)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>The chosen file. A large one is in a temporary file until the request ends.</summary>
    [BindProperty(Name = "file")]
    public IFormFile? Chosen { get; set; }

    /// <summary>The text to search for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    public ViewAddressBook.View Book { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Book = await mediator.Send(new ViewAddressBook.Query(Text, cursor), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Chosen?.OpenReadStream();
        var read = await mediator.Send(new ReadAddressFile.Query(file), cancellationToken);
        var begun = await mediator.Send(new BeginImport.Command(read), cancellationToken);
        if (begun.Succeeded)
        {
            return RedirectToPage("/Settings/AddressBook/Index");
        }

        await OnGetAsync(null, cancellationToken);
        return this.ShowRefusals(begun.Refusals);
    }
}
