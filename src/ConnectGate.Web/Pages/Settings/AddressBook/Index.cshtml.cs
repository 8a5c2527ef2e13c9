using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings.AddressBook;

/// <summary>
/// A member's address book: importing a file, how far that is, and what is kept. The one page that takes more than a
/// letter's size.
/// </summary>
[RequestSizeLimit(Forms.LargestUpload)]
[RequestFormLimits(
    MultipartBodyLengthLimit = Forms.LargestUpload,
    ValueCountLimit = 10,
    ValueLengthLimit = Forms.LargestBody
)]
public sealed class IndexModel(IMediator mediator) : PageModel
{
    /// <summary>
    /// The file that was chosen. What is larger than a letter lies in a temporary file until the request ends.
    /// </summary>
    [BindProperty(Name = "file")]
    public IFormFile? Chosen { get; set; }

    /// <summary>What is searched for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary>The book.</summary>
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
