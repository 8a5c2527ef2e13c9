using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>Every endpoint of the running site, as <see cref="AuthorizationTable"/> names them.</summary>
internal static class Endpoints
{
    public static async Task<IReadOnlyList<string>> OfAsync(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (
            var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        )
        {
            // Style sheets, scripts and icons are public.
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                continue;
            }

            var address = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            var methods = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? HandlersOf(await loader.LoadAsync(page, endpoint.Metadata))
                : (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                    (method, "")
                );
            foreach (var (method, handler) in methods)
            {
                names.Add($"{method} {address}{handler}");
            }
        }

        return [.. names];
    }

    // A page without a handler for GET still answers it.
    private static IEnumerable<(string Method, string Handler)> HandlersOf(CompiledPageActionDescriptor page) =>
        page
            .HandlerMethods.Where(handler => handler.HttpMethod is "Get" or "Post")
            .Select(handler =>
                (handler.HttpMethod.ToUpperInvariant(), handler.Name is null ? "" : $"?handler={handler.Name}")
            )
            .Append(("GET", ""));
}
