using System.IO.Compression;
using ConnectGate.Web.Hosting.Logging;
using Microsoft.AspNetCore.ResponseCompression;

namespace ConnectGate.Web.Hosting;

/// <summary>What every page stands on.</summary>
internal static class SiteServices
{
    private static readonly TimeSpan GoingDown = TimeSpan.FromSeconds(20);

    /// <summary>After identity, some of which it wraps.</summary>
    public static void AddSite(this WebApplicationBuilder builder)
    {
        // First of all, before the framework's own host filtering: what that refuses has the headers too.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = GoingDown);

        builder.AddLanguages();
        builder.AddForms();
        builder.AddFailures();
        builder.Services.DoNotAuthenticateTwice();
        builder.AddHealth();
        builder.AddProxies();

        // Tokens in forms are masked anew for each response, so compressing a page tells nothing about them (BREACH).
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Fastest
        );
        builder.WebHost.UseStaticWebAssets();
    }

    /// <summary>From the outside in; authentication and what comes after it follow.</summary>
    public static void UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseResponseCompression();
        app.UseFailures();
        app.UseRouting();
        app.UseRouteMemory();
        app.UseBodyLimit();
        app.UseCookiePolicy();
    }

    /// <summary>
    /// What is not there is not there for anybody: nobody is asked to sign in for it. After the session is known, so
    /// that the page shows whose it is.
    /// </summary>
    public static void UseNotFound(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.GetEndpoint() is null)
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );

    public static void MapSite(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealth();
    }
}
