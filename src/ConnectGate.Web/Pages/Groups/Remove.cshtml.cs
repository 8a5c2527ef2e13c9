using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>Asks before an organiser removes somebody from a group.</summary>
public sealed class RemoveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    /// <summary>Who is to be removed.</summary>
    public GroupSeen.Person Member { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string handle, CancellationToken cancellationToken) =>
        await FindAsync(id, handle, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string handle, CancellationToken cancellationToken)
    {
        var outcome = await Mediator.Send(new RemoveMember.Command(id, handle), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["removed"]);
            return RedirectToPage("/Groups/People", new { id });
        }

        return !outcome.IsNotFound && await FindAsync(id, handle, cancellationToken)
            ? this.ShowRefusals(outcome.Refusals)
            : NotFound();
    }

    private async Task<bool> FindAsync(string id, string handle, CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new RemoveMember.Query(id, handle), cancellationToken) is not { } member)
        {
            return false;
        }

        Member = member;
        return await FindAsync(id, cancellationToken);
    }
}
