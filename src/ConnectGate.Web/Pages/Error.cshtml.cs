using System.Diagnostics;
using System.Globalization;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ConnectGate.Web.Pages;

/// <summary>
/// The page of an error. Only the status decides its words, so another member's resource reads the same as a missing
/// one.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] Described = [400, 401, 403, 404, 405, 409, 413, 429, 500, 503];

    /// <summary>The name of this request in the log.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    /// <summary>When the member may read on, after they read too much; else null.</summary>
    public string? TooOften =>
        (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as TooOftenException)?.Refusal.Message;

    /// <summary>The name of a text for the response's status.</summary>
    public string Name(string part) => Name(part, Response.StatusCode);

    /// <summary>The name of a text about a status. Statuses without a text of their own share one.</summary>
    public static string Name(string part, int status) =>
        Described.Contains(status) ? string.Create(CultureInfo.InvariantCulture, $"{part}-{status}") : $"{part}-other";

    /// <summary>The path of a step that came too late; null for another error.</summary>
    public string? Late =>
        Response.StatusCode == StatusCodes.Status409Conflict
            ? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
            : null;

    /// <summary>
    /// The way to sign in and back to the form whose session has expired; null for another error.
    /// </summary>
    public string? SignInAgain =>
        Response.StatusCode == StatusCodes.Status401Unauthorized && Kept is { } kept
            ? ConnectGateIdentity.SignInAndBackTo(kept.Page)
            : null;

    /// <summary>The form that failed, to be sent again; null where there was none.</summary>
    internal KeptForm? Kept { get; private set; }

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        // Nothing failed when a person opens the address itself.
        if (
            HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null
            && HttpContext.Features.Get<IExceptionHandlerFeature>() is null
        )
        {
            context.Result = NotFound();
            return;
        }

        Kept = await KeptForm.OfFailedAsync(HttpContext);
        await next();
    }
}
