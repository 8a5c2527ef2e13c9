using ConnectGate.Letters.Directory;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Members;

/// <summary>Asks before a member is blocked.</summary>
public sealed class BlockModel(IMediator mediator, IStringLocalizer<MembersTexts> texts) : PageModel
{
    /// <summary>Who is to be blocked.</summary>
    public ViewProfile.View Profile { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string handle, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new ViewProfile.Query(handle), cancellationToken) is not { IsMe: false } profile)
        {
            return NotFound();
        }

        Profile = profile;
        return profile.BlockedByMe ? RedirectToPage("/Settings/Privacy") : Page();
    }

    public async Task<IActionResult> OnPostAsync(string handle, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new BlockMember.Command(handle), cancellationToken);
        if (!outcome.Succeeded)
        {
            return NotFound();
        }

        this.Say(texts["block-done"]);
        return RedirectToPage("/Members/Profile", new { handle });
    }
}
