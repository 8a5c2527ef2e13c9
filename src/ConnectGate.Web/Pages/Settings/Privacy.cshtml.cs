using ConnectGate.Foundation;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>The page about who finds a member and whom they block.</summary>
public sealed class PrivacyModel(
    IMediator mediator,
    CurrentMember currentMember,
    IOptions<SiteOptions> site,
    IStringLocalizer<SettingsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    [BindProperty]
    public FoundBy? FoundBy { get; set; }

    /// <summary>The link to the member's profile.</summary>
    public string Link => site.Value.LinkTo($"m/{currentMember.Session!.Handle}");

    public IEnumerable<Choice> Choices =>
        Enum.GetValues<FoundBy>().Select(whom => new Choice(whom.ToString(), texts.NameOf(whom), texts.HintOf(whom)));

    /// <summary>Latest first.</summary>
    public Page<ListBlocked.Row> Blocked { get; private set; } = null!;

    public async Task OnGetAsync(string? cursor, CancellationToken cancellationToken)
    {
        FoundBy = await mediator.Send(new EditPrivacy.Query(), cancellationToken);
        Blocked = await mediator.Send(new ListBlocked.Query(cursor), cancellationToken);
    }

    public async Task<IActionResult> OnPostFoundByAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new EditPrivacy.Command(FoundBy), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Settings/Privacy");
        }

        await OnGetAsync(null, cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }

    public async Task<IActionResult> OnPostAsync(string? handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new UnblockMember.Command(handle ?? ""), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["block-lifted", outcome.Value.DisplayName]);
        return RedirectToPage("/Settings/Privacy");
    }
}
