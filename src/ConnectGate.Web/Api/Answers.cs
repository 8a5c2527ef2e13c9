namespace ConnectGate.Web.Api;

/// <summary>How an outcome reads over HTTP.</summary>
internal static class Answers
{
    /// <summary>
    /// The value as <paramref name="told"/> tells it, 404 where nothing was found, or 422 with every refusal.
    /// </summary>
    public static IResult Tell<T>(this Outcome<T> outcome, Func<T, IResult> told) =>
        outcome.Succeeded ? told(outcome.Value)
        : outcome.IsNotFound ? NotFound()
        : Refused(outcome.Refusals);

    /// <summary>The view, or 404 where there is none for this member.</summary>
    public static IResult TellOr404<T>(this T? view)
        where T : class => view is null ? NotFound() : Results.Ok(view);

    /// <summary>The same body for what is absent and for what is not this member's.</summary>
    public static IResult NotFound() => Results.Problem(statusCode: StatusCodes.Status404NotFound);

    private static IResult Refused(IReadOnlyList<Refusal> refusals) =>
        Results.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["refusals"] = refusals }
        );
}
