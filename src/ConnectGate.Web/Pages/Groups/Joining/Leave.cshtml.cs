using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>Asks before a member leaves a group.</summary>
public sealed class LeaveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new LeaveGroup.Command(Id),
            _ => new(texts["left", Seen.Group.Name]),
            () => RedirectToPage("/Groups/Index"),
            cancellationToken
        );
}
