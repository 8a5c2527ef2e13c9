using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings.AddressBook;

/// <summary>Asks before an address book is removed.</summary>
public sealed class RemoveModel(IMediator mediator, IStringLocalizer<AddressBookTexts> texts) : PageModel
{
    public int People { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        People = (await mediator.Send(new ViewAddressBook.Query(), cancellationToken)).People;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new RemoveAddressBook.Command(), cancellationToken);
        this.Say(texts["removed"]);
        return RedirectToPage("/Settings/AddressBook/Index");
    }
}
