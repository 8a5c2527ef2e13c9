using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>A member's own code, and a field for the code of another member.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ShowCode.View Code { get; private set; } = null!;

    /// <summary>The source of the picture of the code.</summary>
    public string Picture { get; private set; } = "";

    /// <summary>The typed code of another member.</summary>
    public string Typed { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Code = await mediator.Send(new ShowCode.Query(), cancellationToken);
        Picture = Code.Shown is { } shown ? QrPicture.Of(shown.Link) : "";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await ShownAsync(await mediator.Send(new ShowCode.Command(), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostLongerAsync(CancellationToken cancellationToken) =>
        await ShownAsync(await mediator.Send(new ExtendCode.Command(), cancellationToken), cancellationToken);

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

    private async Task<IActionResult> ShownAsync(
        ConnectGate.Foundation.Pipeline.Outcome<ConnectGate.Foundation.Pipeline.Done> outcome,
        CancellationToken cancellationToken
    )
    {
        if (outcome.Succeeded || outcome.IsNotFound)
        {
            return RedirectToPage("/Met/Index");
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }
}
