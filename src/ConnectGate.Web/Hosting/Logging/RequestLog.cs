using System.Diagnostics;

namespace ConnectGate.Web.Hosting.Logging;

/// <summary>
/// One line for each request: what was asked for by the route's pattern, never by the address itself, which holds
/// handles, cursors and what somebody searches.
/// </summary>
internal static class RequestLog
{
    public static void UseRequestLog(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("ConnectGate.Requests");
        app.Use(
            async (context, next) =>
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    if (!IsNoise(context))
                    {
                        log.LogInformation(
                            "{Method} {Route} {Status} {Milliseconds} ms member {Member}",
                            Known(context.Request.Method),
                            Route(context),
                            context.Response.StatusCode,
                            (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds,
                            Member(context)
                        );
                    }
                }
            }
        );
    }

    /// <summary>Remembers the route: an error page that is shown instead has its own.</summary>
    public static void UseRouteMemory(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context.Items.TryAdd(
                    typeof(RequestLog),
                    (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText
                );
                return next(context);
            }
        );

    private static string Route(HttpContext context) =>
        context.Items[typeof(RequestLog)] as string is { } route ? "/" + route.TrimStart('/') : "(none)";

    private static string Known(string method) =>
        HttpMethods.IsGet(method)
        || HttpMethods.IsHead(method)
        || HttpMethods.IsPost(method)
        || HttpMethods.IsPut(method)
        || HttpMethods.IsPatch(method)
        || HttpMethods.IsDelete(method)
        || HttpMethods.IsOptions(method)
            ? method
            : "(other)";

    private static long? Member(HttpContext context) =>
        context.RequestServices.GetRequiredService<ICurrentMember>() is { IsSignedIn: true } member ? member.Id : null;

    // Files and the load balancer's own questions, unless something went wrong.
    private static bool IsNoise(HttpContext context) =>
        context.Response.StatusCode < 400
        && (
            context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
                is not null
        );
}
