using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>How what a command refused comes back to the form that sent it.</summary>
public static class Refusals
{
    /// <summary>
    /// Shows the form again with every refusal at its field and all of them in the summary, and everything typed still
    /// there. Status 422.
    /// </summary>
    /// <param name="page">The page whose form was sent. Its controls are named like the command's fields: <c>note</c>,
    /// <c>answers[k3]</c>.</param>
    /// <param name="refusals">What the command refused.</param>
    public static PageResult ShowRefusals(this PageModel page, IReadOnlyList<Refusal> refusals)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(refusals);
        foreach (var refusal in refusals)
        {
            page.ModelState.AddModelError(refusal.Field, refusal.Message);
        }

        return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>
    /// As <see cref="ShowRefusals(PageModel, IReadOnlyList{Refusal})"/>, for one that the page itself found.
    /// </summary>
    public static PageResult ShowRefusal(this PageModel page, string field, string message) =>
        page.ShowRefusals([new Refusal("page", field, message)]);

    /// <summary>Says something once, atop the next page that is shown.</summary>
    public static void Say(this PageModel page, string words)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Notice] = words;
    }

    /// <summary>The address to go on to, if it is one of this place; otherwise the fallback.</summary>
    public static IActionResult GoOn(this PageModel page, string? returnUrl, string fallback)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new LocalRedirectResult(page.Url.IsLocalUrl(returnUrl) ? returnUrl : fallback);
    }

    internal const string Notice = "Notice";

    /// <summary>
    /// Whether the last page left something to say. Asked first, since to look for it would set a cookie.
    /// </summary>
    internal static bool HasNotice(this ViewContext view) => view.HttpContext.Request.Cookies.ContainsKey(NoticeCookie);

    internal const string NoticeCookie = "__Host-notice";
}
