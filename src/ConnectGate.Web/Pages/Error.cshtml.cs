using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ConnectGate.Web.Pages;

/// <summary>
/// What one sees instead of a page that could not be shown. Nothing but the status decides what it says: "not yours"
/// reads like "absent".
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Described = [400, 403, 404, 405, 409, 413, 429, 500, 503];

    /// <summary>What the log calls this request.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>What to wait for, where the member read too much; else null.</summary>
    public string? TooOften =>
        (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as TooOftenException)?.Refusal.Message;

    /// <summary>The name of a text for this status.</summary>
    public string Name(string part) =>
        $"{part}-{(Array.IndexOf(Described, Response.StatusCode) >= 0 ? Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture) : "other")}";

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Who opens the address itself has met no error.
        if (
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null
        )
        {
            context.Result = NotFound();
        }
    }
}
