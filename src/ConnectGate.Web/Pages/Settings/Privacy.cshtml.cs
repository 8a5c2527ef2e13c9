using ConnectGate.Connections;
using ConnectGate.Shared;
using ConnectGate.Web.Markup;
using ConnectGate.Web.Resources;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>Whom a member blocks.</summary>
public sealed class PrivacyModel(IMediator mediator, IStringLocalizer<SettingsTexts> texts) : PageModel
{
    /// <summary>Latest first.</summary>
    public Page<ListBlocked.Row> Blocked { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken) =>
        Blocked = await mediator.Send(new ListBlocked.Query(cursor), cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new UnblockMember.Command(handle ?? ""), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["block-lifted"]);
        return RedirectToPage("/Settings/Privacy");
    }
}
