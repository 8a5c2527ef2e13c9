using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup;

/// <summary>Where the reader is, for the links that lead there.</summary>
internal static class Here
{
    /// <summary>
    /// What <c>aria-current</c> says of a link: "page" where the page has that address or lies below it; null
    /// elsewhere.
    /// </summary>
    public static string? Current(this ViewContext view, string path) =>
        view.HttpContext.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase) ? "page" : null;
}
