using System.Globalization;

namespace ConnectGate.Foundation.Text;

/// <summary>The person for whom a text is made.</summary>
/// <param name="Language">Null means the default language.</param>
/// <param name="Zone">The zone of the times in the text.</param>
/// <param name="Now">In UTC; the time that is left until a deadline counts from here.</param>
public sealed record Reader(CultureInfo? Language, TimeZoneInfo Zone, DateTime Now)
{
    /// <summary>The time by the reader's clock.</summary>
    /// <param name="utc">In UTC, of any kind.</param>
    public DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}

/// <summary>
/// A time in a text, by the reader's clock. A text gives it the format of a date, or one of two others: <c>left</c> is
/// the time until then ("10 more minutes"), <c>zone</c> is the name of the reader's zone ("Berlin time").
/// </summary>
internal sealed class ReadersTime(DateTime utc, Reader reader, Words words) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        format switch
        {
            "left" => words.Left(utc, reader),
            "zone" => words.ZoneOf(reader),
            _ => reader.Local(utc).ToString(format, formatProvider),
        };
}
