using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>A page with the member's code and the members met lately.</summary>
public abstract class MetLatelyModel(IMediator mediator, IStringLocalizer<MeetingsTexts> texts) : PageModel
{
    protected IMediator Mediator { get; } = mediator;

    public ShowCode.View Code { get; private set; } = null!;

    public IReadOnlyList<ListMetLately.Row> MetLately { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Code = await Mediator.Send(new ShowCode.Query(), cancellationToken);
        MetLately = await Mediator.Send(new ListMetLately.Query(), cancellationToken);
    }

    /// <summary>Keeps what the member talked about with one of those they met.</summary>
    /// <param name="ask">Whether the letter to that member is next.</param>
    public async Task<IActionResult> OnPostTalkedAsync(string? handle, bool ask, CancellationToken cancellationToken)
    {
        var field = FieldOf(handle);
        var outcome = await Mediator.Send(
            new NoteMeeting.Command(handle ?? "", Request.Form[field]),
            cancellationToken
        );
        if (outcome.Succeeded && ask)
        {
            return RedirectToPage("/Ask/Index", new { outcome.Value.Handle });
        }

        if (outcome.Succeeded)
        {
            this.Say(texts["lately-saved", outcome.Value.DisplayName]);
            return RedirectToPage();
        }

        await OnGetAsync(cancellationToken);
        ModelState.SetModelValue(field, Request.Form[field], Request.Form[field]);
        return outcome.IsNotFound
            ? NotFound()
            : this.ShowRefusals([
                .. outcome.Refusals.Select(refusal => new Refusal(refusal.Code, field, refusal.Message)),
            ]);
    }

    /// <summary>The name of the field of one row, since the page has a form for each.</summary>
    public static string FieldOf(string? handle) => $"talkedAbout-{handle}";
}
