using System.ComponentModel.DataAnnotations;

namespace ConnectGate.Foundation;

/// <summary>What this community is called and where it is found. Configuration section <c>Community</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Community";

    /// <summary>What the community is called in mail and on the pages.</summary>
    [Required]
    public string Name { get; set; } = "ConnectGate";

    /// <summary>
    /// Where members reach it. Links in mail begin with this and never with the host that a request named, which
    /// anybody can make up.
    /// </summary>
    [Required]
    public Uri Address { get; set; } = new("http://localhost:5080/");

    /// <summary>
    /// IANA name of the zone of everybody whose own is not known: workers, visitors, and members who register without
    /// scripts.
    /// </summary>
    [Required]
    public string TimeZone { get; set; } = Zones.Utc;

    /// <summary>The same zone.</summary>
    public TimeZoneInfo Zone => Zones.Of(TimeZone);

    /// <summary>The full address of a page.</summary>
    /// <param name="path">Below the site, without a leading slash.</param>
    public string LinkTo(string path) => new Uri($"{Address.AbsoluteUri.TrimEnd('/')}/{path}").AbsoluteUri;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Address.IsAbsoluteUri || (Address.Scheme != Uri.UriSchemeHttp && Address.Scheme != Uri.UriSchemeHttps))
        {
            yield return new ValidationResult(
                "It must be a full address that begins with http:// or https://.",
                [nameof(Address)]
            );
        }

        if (!Zones.Has(TimeZone))
        {
            yield return new ValidationResult(
                "It must be the IANA name of a time zone, such as Europe/Vienna.",
                [nameof(TimeZone)]
            );
        }
    }
}
