using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>What a code is for, a field for the code of another member, and the members met lately.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ShowCode.View Code { get; private set; } = null!;

    public IReadOnlyList<ListMetLately.Row> MetLately { get; private set; } = [];

    /// <summary>The typed code of another member.</summary>
    public string Typed { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Code = await mediator.Send(new ShowCode.Query(), cancellationToken);
        MetLately = await mediator.Send(new ListMetLately.Query(), cancellationToken);
    }

    public async Task<IActionResult> OnPostTypeAsync(string? code, CancellationToken cancellationToken)
    {
        Typed = code ?? "";
        var found = await mediator.Send(new ConfirmMeeting.Query(Typed), cancellationToken);
        if (found.Refusal is null)
        {
            return RedirectToPage("/Met/Code", new { code = found.Code });
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals([found.Refusal]);
    }
}
