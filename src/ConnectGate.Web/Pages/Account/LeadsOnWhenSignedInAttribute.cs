using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// For a page of somebody who is not signed in. Its form has no valid token any more after the browser signed in
/// through another tab. Such a form then leads to the page itself, which leads on.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LeadsOnWhenSignedInAttribute : Attribute, IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (
            context.Result is IAntiforgeryValidationFailedResult
            && http.RequestServices.GetRequiredService<ICurrentMember>().IsSignedIn
        )
        {
            // Null where the form could not be read.
            var back = http.Features.Get<IFormFeature>()?.Form?["returnUrl"].ToString() ?? "";
            var query = back.Length > 0 ? QueryString.Create("returnUrl", back) : http.Request.QueryString;
            context.Result = new LocalRedirectResult($"~{http.Request.Path}{query}");
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
        // The answer is on its way.
    }
}
