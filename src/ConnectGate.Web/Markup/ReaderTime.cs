using System.Globalization;
using ConnectGate.Foundation;
using ConnectGate.Foundation.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Markup;

/// <summary>Times as the reader's clock and language have them. Injected; one for each request.</summary>
public sealed class ReaderTime(
    ICurrentMember reader,
    IOptions<SiteOptions> site,
    IStringLocalizer<SharedTexts> texts,
    Words words,
    TimeProvider clock
)
{
    /// <summary>The place of a time in a text, for <see cref="In"/>.</summary>
    public const string Place = "\u0001";

    /// <summary>The reader's time zone; the community's where nobody is signed in.</summary>
    public TimeZoneInfo Zone { get; } = reader.TimeZone ?? site.Value.Zone;

    /// <summary>The day: "3 May", with the year unless it is the current one.</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Day(DateTime utc) => Day(DateOnly.FromDateTime(Reader.Local(utc)));

    /// <summary>A day without a time zone, in the same format.</summary>
    public string Day(DateOnly day) =>
        day.ToString(
            texts[day.Year == Reader.Local(Reader.Now).Year ? "date-day-this-year" : "date-day"],
            CultureInfo.CurrentCulture
        );

    /// <summary>The time of day with the name of the zone: "14:20 (Berlin time)".</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Time(DateTime utc) => InZone(utc, texts["time"]);

    /// <summary>Day and time in full, with the name of the zone: "3 May 2026, 14:20 (Berlin time)".</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Moment(DateTime utc) => InZone(utc, texts["date-moment"]);

    /// <summary>The time until then: "10 more minutes".</summary>
    /// <param name="utc">A time in UTC.</param>
    public string Left(DateTime utc) => words.Left(utc, Reader);

    /// <summary>A time that something takes: "5 minutes".</summary>
    public string Lasts(TimeSpan time) => words.Lasts(time, Reader);

    /// <summary>
    /// The text with a time element at its <see cref="Place"/>. A script writes it by the browser's clock, without the
    /// name of the zone.
    /// </summary>
    /// <param name="text">Has one <see cref="Place"/>.</param>
    /// <param name="utc">A time in UTC.</param>
    /// <param name="day">Whether the day is shown too.</param>
    public IHtmlContent In(string text, DateTime utc, bool day = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var time = new TagBuilder("time");
        time.MergeAttribute("datetime", Machine(utc));
        time.MergeAttribute(day ? "data-moment" : "data-clock", "");
        time.InnerHtml.Append(day ? Moment(utc) : Time(utc));
        var parts = text.Split(Place, 2);
        return new HtmlContentBuilder().Append(parts[0]).AppendHtml(time).Append(parts.ElementAtOrDefault(1) ?? "");
    }

    /// <summary>The value of a time element's <c>datetime</c>.</summary>
    internal static string Machine(DateTime utc) =>
        DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private Reader Reader => new(CultureInfo.CurrentUICulture, Zone, clock.GetUtcNow().UtcDateTime);

    private string InZone(DateTime utc, string format) =>
        $"{Reader.Local(utc).ToString(format, CultureInfo.CurrentCulture)} ({words.ZoneOf(Reader)})";
}
