using System.Globalization;
using ConnectGate.Ties.Meetings;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Met;

/// <summary>
/// Meet mode: the member's own code on the whole screen. A script shows the next code when this one was taken or is
/// over; without scripts a button does.
/// </summary>
public sealed class ModeModel(IMediator mediator, IStringLocalizer<MeetingsTexts> texts)
    : MetLatelyModel(mediator, texts)
{
    /// <summary>Differs for each code and each extension of one; empty where no code can be taken.</summary>
    public string Key => KeyOf(Code);

    /// <summary>Answers the script's question: 204 while the page would show the same code, 200 otherwise.</summary>
    /// <param name="shown">The <see cref="Key"/> of the page.</param>
    public async Task<IActionResult> OnGetChangedAsync(string? shown, CancellationToken cancellationToken) =>
        KeyOf(await Mediator.Send(new ShowCode.Query(), cancellationToken)) == (shown ?? "")
            ? new NoContentResult()
            : new OkResult();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await ShownAsync(await Mediator.Send(new ShowCode.Command(), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostLongerAsync(CancellationToken cancellationToken) =>
        await ShownAsync(await Mediator.Send(new ExtendCode.Command(), cancellationToken), cancellationToken);

    private static string KeyOf(ShowCode.View code) =>
        code.Shown?.EndsAt.Ticks.ToString(CultureInfo.InvariantCulture) ?? "";

    private async Task<IActionResult> ShownAsync(Outcome<Done> outcome, CancellationToken cancellationToken)
    {
        if (outcome.Succeeded || outcome.IsNotFound)
        {
            return RedirectToPage("/Met/Mode");
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }
}
