using ConnectGate.Care.Administration.Members;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Admin.Members;

/// <summary>The members as administrators find them.</summary>
[Authorize(Policy = ConnectGateIdentity.Administrator)]
public sealed class IndexModel(IMediator mediator, IStringLocalizer<AdminTexts> texts) : PageModel
{
    /// <summary>The text to search for.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListMembers.Only Only { get; set; }

    public IEnumerable<Choice> Choices =>
        Enum.GetValues<ListMembers.Only>().Select(only => new Choice(only.ToString(), texts.NameOf(only)));

    public Page<ListMembers.Row> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ListMembers.Query(Text, Only, cursor), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }
}
