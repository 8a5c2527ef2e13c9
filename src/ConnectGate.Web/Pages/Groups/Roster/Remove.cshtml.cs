using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Web.Pages.Groups.Roster;

/// <summary>Asks before an organiser removes a member from a group.</summary>
public sealed class RemoveModel(IMediator mediator, IStringLocalizer<GroupsTexts> texts) : OneGroupModel(mediator)
{
    [FromRoute]
    public string Handle { get; set; } = "";

    /// <summary>The member to remove.</summary>
    public GroupSeen.Person Member { get; private set; } = null!;

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        DoToFoundAsync(
            () => new RemoveMember.Command(Id, Handle),
            _ => new(texts["removed", Member.DisplayName]),
            () => RedirectToPage("/Groups/Roster/People", new { Id }),
            cancellationToken
        );

    protected override async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await Mediator.Send(new RemoveMember.Query(Id, Handle), cancellationToken) is not { } member)
        {
            return false;
        }

        Member = member;
        return await base.FindAsync(cancellationToken);
    }
}
