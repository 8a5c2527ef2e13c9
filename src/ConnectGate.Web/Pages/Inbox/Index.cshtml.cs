using ConnectGate.Gate;
using ConnectGate.Inbox;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Inbox;

/// <summary>The letters to a member.</summary>
public sealed class IndexModel(IMediator mediator, IStringLocalizer<InboxTexts> texts, IStringLocalizer<SharedTexts> shared) : PageModel
{
    /// <summary>The filter.</summary>
    [BindProperty(SupportsGet = true)]
    public Reason? Reason { get; set; }

    /// <summary>Waiting or decided.</summary>
    [BindProperty(SupportsGet = true)]
    public InboxFolder Folder { get; set; }

    /// <summary>Where the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    /// <summary>The letters.</summary>
    public ReviewInbox.View Letters { get; private set; } = null!;

    /// <summary>The reasons to filter by.</summary>
    public IEnumerable<Choice> Reasons =>
        [new("", texts["filter-all"]), .. Enum.GetValues<Reason>().Select(reason => new Choice(reason.ToString(), shared.NameOf(reason)))];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Letters = await mediator.Send(new ReviewInbox.Query(Reason, Cursor, Folder), cancellationToken);
}
