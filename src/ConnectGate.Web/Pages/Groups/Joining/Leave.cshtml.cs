using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>Asks before a member leaves a group.</summary>
public sealed class LeaveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoAsync(new LeaveGroup.Command(Id), _ => texts["left"], RedirectToPage("/Groups/Index"), cancellationToken);
}
