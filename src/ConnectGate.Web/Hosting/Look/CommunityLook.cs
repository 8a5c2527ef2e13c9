using System.Security.Cryptography;
using System.Text;
using ConnectGate.Web.Hosting.Headers;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Hosting.Look;

/// <summary>
/// The addresses of the community's own style sheet and picture. Each carries a hash of its content, so that a browser
/// may keep it.
/// </summary>
internal sealed class CommunityLook
{
    private const string StylesheetPath = "/community/look.css",
        LogoPath = "/community/logo";

    private readonly string? _stylesheet;
    private readonly Logo? _logo;

    public CommunityLook(IOptions<LookOptions> options)
    {
        if (options.Value.Accent is { } accent)
        {
            _stylesheet = Accent.Read(accent, out _)?.Stylesheet();
            Stylesheet = $"{StylesheetPath}?v={Version(Encoding.UTF8.GetBytes(_stylesheet!))}";
        }

        if (options.Value.Logo is { } logo)
        {
            _logo = Look.Logo.Read(logo);
            Logo = $"{LogoPath}?v={Version(_logo.Bytes)}";
        }
    }

    /// <summary>Null where the community has the product's own colour.</summary>
    public string? Stylesheet { get; }

    /// <summary>Null where the community has the product's own mark.</summary>
    public string? Logo { get; }

    public void Map(IEndpointRouteBuilder app)
    {
        if (_stylesheet is not null)
        {
            Keep(app.MapGet(StylesheetPath, () => Results.Text(_stylesheet, "text/css")));
        }

        if (_logo is not null)
        {
            Keep(app.MapGet(LogoPath, () => Results.Bytes(_logo.Bytes, _logo.ContentType)));
        }
    }

    private static void Keep(RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new CachedAttribute(CachedAttribute.ForAYear)).AllowAnonymous();

    private static string Version(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];
}
