using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// Only the browser keeps drafts, each under the address that its form is sent to. When a form was accepted, which a
/// redirect shows, the next page tells the browser to delete that draft.
/// </summary>
internal sealed class Drafts(ITempDataDictionaryFactory kept) : IPageFilter
{
    private const string Sent = "DraftSent";

    /// <summary>The address of the form that was accepted before this page; null for none.</summary>
    public static string? SentBefore(ViewContext view) =>
        view.HttpContext.Request.Cookies.ContainsKey(Notice.Cookie) ? view.TempData[Sent] as string : null;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // Nothing is known before the handler ran.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // Nothing is known before the handler ran.
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && context.Result is IKeepTempDataResult)
        {
            kept.GetTempData(context.HttpContext)[Sent] =
                request.Path.ToUriComponent() + request.QueryString.ToUriComponent();
        }
    }
}
