using Serilog;
using Serilog.Events;

namespace ConnectGate.Web.Hosting.Logging;

/// <summary>
/// One event for each request. It has the route's pattern and never the path or the query, which hold handles, codes
/// and searches.
/// </summary>
internal static class RequestLog
{
    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Route} {Status} in {Milliseconds} ms, member {Member}";
            options.GetMessageTemplateProperties = (context, _, milliseconds, status) =>
                [
                    Property("Method", Known(context.Request.Method)),
                    Property("Route", Route(context)),
                    Property("Status", status),
                    Property("Milliseconds", (long)milliseconds),
                    Property("Member", Member(context)),
                ];
            options.GetLevel = (context, _, exception) =>
                exception is not null ? LogEventLevel.Error
                : IsNoise(context) ? LogEventLevel.Verbose
                : LogEventLevel.Information;
        });

    /// <summary>Remembers the route, because an error page that is shown instead has its own.</summary>
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

    private static LogEventProperty Property(string name, object? value) => new(name, new ScalarValue(value));

    // A visitor can invent methods.
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

    private static string Route(HttpContext context) =>
        context.Items[typeof(RequestLog)] is string route ? "/" + route.TrimStart('/') : "(none)";

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
