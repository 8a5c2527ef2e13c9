using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace ConnectGate.Web.Hosting.Headers;

/// <summary>
/// Adds the security headers to every response. The filter is outermost and sets them as the response starts, because
/// an error clears earlier headers.
/// </summary>
internal sealed class SecurityHeaders(IHostEnvironment environment) : IStartupFilter
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    private readonly bool _httpsOnly = !environment.IsDevelopment();

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(Add);
            next(app);
        };

    private Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(Set, context);
        if (
            HttpMethods.IsTrace(context.Request.Method)
            || context.Request.Method.Equals("TRACK", StringComparison.OrdinalIgnoreCase)
        )
        {
            // An answer to TRACE would echo the request's headers.
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD, POST";
            return Task.CompletedTask;
        }

        return next(context);
    }

    private Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
            + "publickey-credentials-create=(self), publickey-credentials-get=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (_httpsOnly)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        SetCaching(context);
        return Task.CompletedTask;
    }

    private static void SetCaching(HttpContext context)
    {
        var headers = context.Response.Headers;
        var endpoint = context.GetEndpoint()?.Metadata;
        if (endpoint?.GetMetadata<StaticAssetDescriptor>() is not null && context.Response.StatusCode < 400)
        {
            // A style sheet names a font by its plain address, so it gets no fingerprint. A changed font is renamed.
            if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal))
            {
                headers.CacheControl = CachedAttribute.ForAYear;
            }
        }
        else if (
            endpoint?.GetMetadata<CachedAttribute>() is { } cached
            && context.Response.StatusCode == StatusCodes.Status200OK
            && headers.SetCookie.Count == 0
        )
        {
            headers.CacheControl = cached.CacheControl;
            if (cached.CacheControl != CachedAttribute.ForAYear)
            {
                headers.Append(HeaderNames.Vary, $"{HeaderNames.Cookie}, {HeaderNames.AcceptLanguage}");
            }
        }
        else
        {
            headers.CacheControl = CacheControlHeaderValue.NoStoreString;
        }
    }
}
