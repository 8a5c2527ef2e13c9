namespace ConnectGate.Web.Api;

/// <summary>Turns the outcomes of commands and queries into HTTP answers.</summary>
internal static class OutcomeResults
{
    /// <summary>
    /// The value as <paramref name="body"/> writes it, 404 where nothing was found, or 422 with every refusal. Where
    /// only advice kept the command from being done, 422 has <c>advice</c> and no refusal.
    /// </summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> body) =>
        outcome.Succeeded ? body(outcome.Value)
        : outcome.IsNotFound ? NotFound()
        : NotDone(outcome.Refusals, outcome.Advice);

    /// <summary>Sends a command whose value no program needs: 204 where it was done.</summary>
    public static async Task<IResult> DoAsync<T>(
        this IMediator mediator,
        ICommand<T> command,
        CancellationToken cancellationToken
    ) => (await mediator.Send(command, cancellationToken)).ToResult(_ => Results.NoContent());

    /// <summary>The view, or 404 where it is null.</summary>
    public static IResult OkOrNotFound<T>(this T? view)
        where T : class => view is null ? NotFound() : Results.Ok(view);

    /// <summary>Another member's resource returns the same body as a missing one.</summary>
    public static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IResult NotDone(IReadOnlyList<Refusal> refusals, IReadOnlyList<Refusal> advice)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusals"] = refusals };
        if (advice.Count > 0)
        {
            body["advice"] = advice;
        }

        return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, extensions: body);
    }
}
