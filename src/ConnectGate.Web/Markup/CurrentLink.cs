using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup;

/// <summary>Marks the links of the navigation that lead to the page that is shown.</summary>
internal static class CurrentLink
{
    /// <summary>The link's <c>aria-current</c>: "page" on the page of that address and below it, else null.</summary>
    public static string? AriaCurrent(this ViewContext view, string path) =>
        view.HttpContext.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase) ? "page" : null;
}
