using ConnectGate.Ties.Groups.Joining;

namespace ConnectGate.Web.Pages.Groups.Joining;

/// <summary>Asks before a member leaves a group.</summary>
public sealed class LeaveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken)
            ? await DoAsync(
                new LeaveGroup.Command(Id),
                _ => new(texts["left", Seen.Group.Name]),
                RedirectToPage("/Groups/Index"),
                cancellationToken
            )
            : NotFound();
}
