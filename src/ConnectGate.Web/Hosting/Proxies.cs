using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// Trusts forwarded headers only from the proxies of <c>KnownProxies</c>, a list of addresses and networks
/// (10.0.0.0/8).
/// </summary>
internal static class Proxies
{
    public const string Setting = "KnownProxies";

    public static void AddProxies(this WebApplicationBuilder builder)
    {
        var known = Known(builder.Configuration);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders =
                known.Length > 0
                    ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                    : ForwardedHeaders.None;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in known)
            {
                if (IPAddress.TryParse(proxy, out var address))
                {
                    options.KnownProxies.Add(address);
                }
                else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                {
                    options.KnownIPNetworks.Add(network);
                }
                else
                {
                    throw new ConfigurationException(Setting, $"'{proxy}' is neither an address nor a network.");
                }
            }
        });
    }

    public static bool AreKnown(IConfiguration configuration) => Known(configuration).Length > 0;

    private static string[] Known(IConfiguration configuration) =>
        configuration.GetSection(Setting).Get<string[]>()
        ?? configuration[Setting]?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)
        ?? [];
}
