using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>
/// The page of a scanned or typed code. It names the owner, and a button confirms that the two met. Opening it changes
/// nothing.
/// </summary>
public sealed class CodeModel(IMediator mediator, IStringLocalizer<MeetingsTexts> texts) : PageModel
{
    public ConfirmMeeting.View Found { get; private set; } = null!;

    /// <summary>The typed line about the meeting.</summary>
    [BindProperty]
    public string? TalkedAbout { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        Found = await mediator.Send(new ConfirmMeeting.Query(code), cancellationToken);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(new ConfirmMeeting.Command(code, TalkedAbout), cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts["code-done", outcome.Value.DisplayName]);
            return RedirectToPage("/Ask/Index", new { outcome.Value.Handle });
        }

        if (outcome.Refusals.FirstOrDefault(refusal => refusal.Field != "talkedAbout") is { } ofCode)
        {
            Found = new ConfirmMeeting.View("", null, Confirmed: false, ofCode);
            return Shown();
        }

        Found = await mediator.Send(new ConfirmMeeting.Query(code), cancellationToken);
        return Found.Refusal is null ? this.ShowRefusals(outcome.Refusals) : Shown();
    }

    private PageResult Shown() =>
        new()
        {
            StatusCode = Found.Refusal?.Code switch
            {
                null => StatusCodes.Status200OK,
                "code-unknown" or "code-malformed" => StatusCodes.Status404NotFound,
                "too-many-codes" => StatusCodes.Status429TooManyRequests,
                _ => StatusCodes.Status422UnprocessableEntity,
            },
        };
}
