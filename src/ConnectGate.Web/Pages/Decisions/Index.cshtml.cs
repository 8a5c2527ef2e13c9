using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Decisions;

/// <summary>The moderators' decisions about the reader. A suspended member reaches them.</summary>
[Authorize(Policy = ConnectGateIdentity.SuspendedToo)]
public sealed class IndexModel(IMediator mediator, CurrentMember currentMember) : PageModel
{
    public IReadOnlyList<ReadDecisions.Decision> Decisions { get; private set; } = [];

    public bool IsSuspended => currentMember.IsSuspended;

    /// <summary>The name of the text that says what became of an appeal.</summary>
    public static string StateOf(ReadDecisions.Appealed appeal) =>
        appeal switch
        {
            { AnsweredAt: null } => "appeal-waits",
            { Undone: true } => "undone",
            _ => "appeal-refused",
        };

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Decisions = await mediator.Send(new ReadDecisions.Query(), cancellationToken);
}
