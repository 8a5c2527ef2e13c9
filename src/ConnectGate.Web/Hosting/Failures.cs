using System.Diagnostics;
using System.Globalization;
using ConnectGate.Foundation.Data;
using ConnectGate.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// Turns exceptions into answers. This is the only place that chooses the status of an exception. People get a page,
/// programs get problem details.
/// </summary>
internal static class Failures
{
    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/health"];

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(30);

    public static void AddFailures(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = problem =>
            {
                problem.ProblemDetails.Title = Title(problem);
                problem.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString()
                    ?? problem.HttpContext.TraceIdentifier;
            }
        );
        builder.Services.AddExceptionHandler<AnswerForPrograms>();
        builder
            .Services.AddOptions<ExceptionHandlerOptions>()
            .Configure<IServiceProvider>(
                (options, services) =>
                {
                    options.ExceptionHandlingPath = "/error";
                    options.StatusCodeSelector = exception => Status(services, exception);
                    // Expected failures have a log line of their own, or need none.
                    options.SuppressDiagnosticsCallback = failure =>
                        Status(services, failure.Exception) != StatusCodes.Status500InternalServerError;
                }
            );
    }

    // In the language of the request, as RFC 9457 allows. The thread has it no more where an empty answer gets its
    // problem afterwards. A page of the same status says "page" or "session".
    private static string Title(ProblemDetailsContext problem)
    {
        if (problem.HttpContext.Features.Get<IRequestCultureFeature>() is { RequestCulture.UICulture: var language })
        {
            CultureInfo.CurrentUICulture = language;
        }

        var texts = problem.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<ErrorTexts>>();
        var status = problem.ProblemDetails.Status ?? problem.HttpContext.Response.StatusCode;
        return status is 401 or 403 or 422
            ? texts[string.Create(CultureInfo.InvariantCulture, $"problem-{status}")]
            : texts[ErrorModel.Name("title", status)];
    }

    public static void UseFailures(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseWhen(IsForPrograms, programs => programs.UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), people => people.UseStatusCodePagesWithReExecute("/error"));
    }

    /// <summary>
    /// Stops a second authentication while an error is shown. The database may be the cause of the error, and the first
    /// answer is still valid.
    /// </summary>
    public static void DoNotAuthenticateTwice(this IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IAuthenticationService));
        services.Remove(inner);
        services.AddScoped<IAuthenticationService>(provider => new AuthenticatedOnce(
            (IAuthenticationService)(
                inner.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)
            )
        ));
    }

    public static bool IsForPrograms(HttpContext context)
    {
        // While an exception is handled, the request already has the path of the error page.
        var path = context.Features.Get<IExceptionHandlerPathFeature>() is { Path: var asked }
            ? new PathString(asked)
            : context.Request.Path;
        return Array.Exists(ForPrograms, start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase));
    }

    private static int Status(IServiceProvider services, Exception exception) =>
        exception switch
        {
            IllegalTransitionException => StatusCodes.Status409Conflict,
            TooOftenException => StatusCodes.Status429TooManyRequests,
            BadHttpRequestException bad => bad.StatusCode,
            _ when ConnectGateDatabase.IsUnavailable(services, exception) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private sealed class AnswerForPrograms(IProblemDetailsService problems, ILogger<AnswerForPrograms> log)
        : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(
            HttpContext httpContext,
            Exception exception,
            CancellationToken cancellationToken
        )
        {
            var status = httpContext.Response.StatusCode;
            if (status == StatusCodes.Status503ServiceUnavailable)
            {
                log.LogError(
                    "The database is unavailable: {Kind} {Problem}",
                    exception.GetBaseException().GetType().Name,
                    exception.GetBaseException().Message
                );
                httpContext.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(
                    CultureInfo.InvariantCulture
                );
            }

            var tooOften = exception as TooOftenException;
            if (tooOften is not null)
            {
                httpContext.Response.Headers.RetryAfter = new DateTimeOffset(tooOften.Until, TimeSpan.Zero).ToString(
                    "R",
                    CultureInfo.InvariantCulture
                );
            }

            return IsForPrograms(httpContext)
                && await problems.TryWriteAsync(
                    new ProblemDetailsContext
                    {
                        HttpContext = httpContext,
                        ProblemDetails = { Status = status, Detail = tooOften?.Refusal.Message },
                    }
                );
        }
    }

    private sealed class AuthenticatedOnce(IAuthenticationService inner) : IAuthenticationService
    {
        public Task<AuthenticateResult> AuthenticateAsync(HttpContext context, string? scheme) =>
            context.Features.Get<IExceptionHandlerFeature>() is null
                ? inner.AuthenticateAsync(context, scheme)
                : Task.FromResult(AuthenticateResult.NoResult());

        public Task ChallengeAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
            inner.ChallengeAsync(context, scheme, properties);

        public Task ForbidAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
            inner.ForbidAsync(context, scheme, properties);

        public Task SignInAsync(
            HttpContext context,
            string? scheme,
            System.Security.Claims.ClaimsPrincipal principal,
            AuthenticationProperties? properties
        ) => inner.SignInAsync(context, scheme, principal, properties);

        public Task SignOutAsync(HttpContext context, string? scheme, AuthenticationProperties? properties) =>
            inner.SignOutAsync(context, scheme, properties);
    }
}
