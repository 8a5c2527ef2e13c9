namespace ConnectGate.Web.Api;

internal static class NoContent
{
    /// <summary>Documents the answers of a command that returns nothing.</summary>
    public static void ProducesNothing(this RouteHandlerBuilder endpoint) =>
        endpoint
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
}
