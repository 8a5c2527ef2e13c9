using ConnectGate.Ties.Groups;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before an organiser closes a group or gathering.</summary>
public sealed class CloseModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    protected override IActionResult Opened() => Seen is { Organised: true, Group.Closed: false } ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken)
            ? await DoAsync(
                new CloseGroup.Command(Id),
                _ => new(texts["closed-done", Seen.Group.Name]),
                RedirectToPage("/Groups/Group", new { Id }),
                cancellationToken
            )
            : NotFound();
}
