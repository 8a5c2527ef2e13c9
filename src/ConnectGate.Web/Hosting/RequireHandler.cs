using ConnectGate.Web.Pages;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// Answers 405 where a page has no handler for the request's method. Razor Pages would show the page without its data,
/// which is a 500. The page of an error shows itself whatever the method of the failed request.
/// </summary>
internal sealed class RequireHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // The result can be set only afterwards.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var method = context.HttpContext.Request.Method;
        var reads = HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
        if (context.HandlerMethod is null && !reads && context.HandlerInstance is not ErrorModel)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // The handler's result stands.
    }
}
