using ConnectGate.Letters.Asking;

namespace ConnectGate.Web.Pages.Ask;

/// <summary>
/// How a page answers what the gate thinks: a script with the panel alone, a browser without one with the whole page.
/// </summary>
internal static class GateAnswers
{
    // A form cannot send a header of its own.
    private const string AsksForThePanel = "X-Gate-View";

    /// <summary>The panel, where a script asks; null where the page is to be shown.</summary>
    public static IActionResult? ForScript(this PageModel page, CheckRequest.View view, LetterForm form) =>
        page.Request.Headers.ContainsKey(AsksForThePanel)
            ? page.Partial("/Pages/Ask/_GateAnswer.cshtml", new GateAnswer(GateView.Of(view), form))
            : null;
}
