using Microsoft.AspNetCore.Mvc.Filters;

namespace ConnectGate.Web.Pages;

/// <summary>
/// Answers 404 to an address that names a handler which the page does not have for the method, such as
/// <c>GET /inbox?handler=Order</c>. Razor Pages would show the page without its data, which is a 500.
/// </summary>
internal sealed class KnownHandler : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        // The result can be set only afterwards.
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null && context.ActionDescriptor.HandlerMethods.Count > 0)
        {
            context.Result = new NotFoundResult();
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // The handler's result stands.
    }
}
