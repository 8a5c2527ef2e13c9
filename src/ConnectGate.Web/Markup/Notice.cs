using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ConnectGate.Web.Markup;

/// <summary>
/// The message after an act, once, at the top of the page that follows. The partial <c>Pages/_Notice</c> shows it.
/// </summary>
/// <param name="Words">What was done. Names the person or thing that it was done to.</param>
public sealed record Notice(string Words)
{
    /// <summary>The address to which the button "Undo" posts; null where nothing can be undone at once.</summary>
    public string? Undo { get; init; }

    /// <summary>The next steps.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    public sealed record Link(string Words, string Address);

    /// <summary>Keeps it for the next page. Null keeps nothing.</summary>
    internal static void Keep(Notice? notice, ITempDataDictionary kept)
    {
        if (notice is not null)
        {
            kept[Name] = JsonSerializer.Serialize(notice);
        }
    }

    /// <summary>The notice for the page that is shown now; null for none.</summary>
    internal static Notice? Of(ViewContext view)
    {
        if (view.ViewData[Name] is Notice now)
        {
            return now;
        }

        // Reading the notice sets a cookie, so only a request that has one reads it.
        return view.HttpContext.Request.Cookies.ContainsKey(Cookie) && view.TempData[Name] is string kept
            ? JsonSerializer.Deserialize<Notice>(kept)
            : null;
    }

    internal const string Name = "Notice";

    internal const string Cookie = "__Host-notice";
}
