using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>Shows refusals at the form, and notices on the next page.</summary>
public static class Refusals
{
    /// <summary>
    /// Shows the form again with status 422. Each refusal is at its field and in the summary, and everything typed
    /// stays.
    /// </summary>
    /// <param name="page">The page of the form. Its controls have the names of the command's fields: <c>note</c>,
    /// <c>answers[k3]</c>.</param>
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

    /// <summary>Shows one refusal that the page itself found.</summary>
    public static PageResult ShowRefusal(this PageModel page, string field, string message) =>
        page.ShowRefusals([new Refusal("page", field, message)]);

    /// <summary>Shows a notice once, at the top of the next page.</summary>
    public static void Say(this PageModel page, string words) => page.Say(new Notice(words));

    /// <summary>Shows a notice once, at the top of the next page; nothing for null.</summary>
    public static void Say(this PageModel page, Notice? notice)
    {
        ArgumentNullException.ThrowIfNull(page);
        Notice.Keep(notice, page.TempData);
    }

    /// <summary>
    /// Shows this page with what an undone act gives back: typed words that are stored nowhere any more. The browser
    /// keeps them as a draft.
    /// </summary>
    public static PageResult GiveBack(this PageModel page, string words)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.ViewData[Notice.Name] = new Notice(words);
        page.ViewData[GivenBack] = true;
        return page.Page();
    }

    /// <summary>The key under which the layout finds whether a form was given back.</summary>
    internal const string GivenBack = "GivenBack";

    /// <summary>Redirects to the address if it belongs to this site, otherwise to the fallback.</summary>
    public static IActionResult GoOn(this PageModel page, string? returnUrl, string fallback)
    {
        ArgumentNullException.ThrowIfNull(page);
        // A header takes ASCII only, and a person may have typed the address. Its dots can hide the two slashes of
        // another site: "/a/..//example.org".
        return new LocalRedirectResult(
            page.Url.IsLocalUrl(returnUrl)
            && Uri.TryCreate(AnySite, returnUrl, out var address)
            && page.Url.IsLocalUrl(address.PathAndQuery)
                ? address.PathAndQuery + address.Fragment
                : fallback
        );
    }

    private static readonly Uri AnySite = new("http://localhost/");
}
