using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before an organiser closes a group or gathering.</summary>
public sealed class CloseModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    protected override IActionResult Opened() => Seen is { Organised: true, Group.Closed: false } ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new CloseGroup.Command(Id),
            _ => new(texts["closed-done", Seen.Group.Name]),
            () => RedirectToPage("/Groups/Group", new { Id }),
            cancellationToken
        );
}
