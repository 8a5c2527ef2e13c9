using System.Globalization;
using ConnectGate.Foundation;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Markup;

/// <summary>Times as the reader's clock and language have them. Injected; one for each request.</summary>
public sealed class ReaderTime(
    ICurrentMember reader,
    IOptions<SiteOptions> site,
    IStringLocalizer<SharedTexts> texts,
    TimeProvider clock
)
{
    /// <summary>The reader's time zone; the community's where nobody is signed in.</summary>
    public TimeZoneInfo Zone { get; } = reader.TimeZone ?? site.Value.Zone;

    /// <summary>The day: "3 May", with the year unless it is the current one.</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Day(DateTime utc)
    {
        var (local, today) = (Local(utc), Local(clock.GetUtcNow().UtcDateTime));
        return local.ToString(
            texts[local.Year == today.Year ? "date-day-this-year" : "date-day"],
            CultureInfo.CurrentCulture
        );
    }

    /// <summary>A day without a time zone, in the same format.</summary>
    public string Day(DateOnly day) =>
        day.ToString(
            texts[day.Year == Local(clock.GetUtcNow().UtcDateTime).Year ? "date-day-this-year" : "date-day"],
            CultureInfo.CurrentCulture
        );

    /// <summary>The time of day: "14:20".</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Time(DateTime utc) => Local(utc).ToString(texts["time"], CultureInfo.CurrentCulture);

    /// <summary>Day and time in full: "3 May 2026, 14:20".</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Moment(DateTime utc) => Local(utc).ToString(texts["date-moment"], CultureInfo.CurrentCulture);

    private DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
