using System.ComponentModel.DataAnnotations;

namespace ConnectGate.Foundation;

/// <summary>The community's name, address and time zone. Configuration section <c>Community</c>.</summary>
public sealed class SiteOptions : IValidatableObject
{
    public const string Section = "Community";

    /// <summary>Shown in mail and on the pages.</summary>
    [Required]
    public string Name { get; set; } = "ConnectGate";

    /// <summary>
    /// The site's public address. Links in mail begin with it, never with the host of a request, which anybody can
    /// invent.
    /// </summary>
    [Required]
    public Uri Address { get; set; } = new("http://localhost:5080/");

    /// <summary>
    /// IANA name of the time zone for everybody whose own is unknown: workers, visitors, and members who register
    /// without scripts.
    /// </summary>
    [Required]
    public string TimeZone { get; set; } = Zones.Utc;

    /// <summary>The zone of <see cref="TimeZone"/>; UTC where the machine no longer knows the name.</summary>
    public TimeZoneInfo Zone => Zones.Of(TimeZone);

    /// <summary>The day of that instant in the community's time zone.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));

    /// <summary>The full address of a page.</summary>
    /// <param name="path">Relative to the site, without a leading slash.</param>
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
        else if (Address.AbsolutePath != "/" || Address.Query.Length + Address.Fragment.Length > 0)
        {
            // Pages and cookies belong to the root of their host.
            yield return new ValidationResult(
                "It must be the root of a host, such as https://members.society.example/. A path is not supported.",
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
