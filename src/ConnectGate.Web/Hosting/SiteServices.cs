using System.IO.Compression;
using ConnectGate.Web.Hosting.Headers;
using ConnectGate.Web.Hosting.Logging;
using ConnectGate.Web.Hosting.Look;
using Microsoft.AspNetCore.ResponseCompression;

namespace ConnectGate.Web.Hosting;

/// <summary>The services and the middleware that every page needs.</summary>
internal static class SiteServices
{
    private static readonly TimeSpan GoingDown = TimeSpan.FromSeconds(20);

    /// <summary>Needs the services of <c>AddConnectGateIdentity</c>.</summary>
    public static void AddSite(this WebApplicationBuilder builder)
    {
        // First of all, so that the framework's host filtering also answers with the headers.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, SecurityHeaders>());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = GoingDown);

        builder.AddLanguages();
        builder.AddForms();
        builder.AddFailures();
        builder.AddHealth();
        builder.AddProxies();
        builder.AddLook();

        // Each response masks its tokens anew, so compression reveals nothing about them (BREACH).
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Fastest
        );
        builder.WebHost.UseStaticWebAssets();
    }

    private static void AddLook(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CommunityLook>();
        builder
            .Services.AddOptions<LookOptions>()
            .BindConfiguration(LookOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
    }

    /// <summary>Adds the middleware in front of authentication, outermost first.</summary>
    public static void UseSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseRequestLog();
        app.UseResponseCompression();
        app.UseFailures();
        app.UseRouting();
        app.UseRouteMemory();
        app.UseReadable();
        app.UseBodyLimit();
        app.UseCookiePolicy();
    }

    /// <summary>
    /// Answers 404 before authorization, so that nobody is asked to sign in for a missing page. Runs after the session
    /// check, so that the error page knows its reader.
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
        app.Services.GetRequiredService<CommunityLook>().Map(app);
    }
}
