using ConnectGate.Letters.Directory;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Web.Pages.Members;

/// <summary>Asks before a member is blocked.</summary>
public sealed class BlockModel(IMediator mediator, IStringLocalizer<MembersTexts> texts) : SubjectModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    /// <summary>The member to block.</summary>
    public ViewProfile.View Profile { get; private set; } = null!;

    protected override IActionResult Opened() => Profile.BlockedByMe ? RedirectToPage("/Settings/Privacy") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new BlockMember.Command(Handle),
            _ => new Notice(texts["block-done", Profile.DisplayName])
            {
                Links = [new(texts["block-lift"], "/settings/privacy")],
            },
            () => RedirectToPage("/Members/Profile", new { Handle }),
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new ViewProfile.Query(Handle), cancellationToken) is not { IsMe: false } profile)
        {
            return false;
        }

        Profile = profile;
        return true;
    }
}
