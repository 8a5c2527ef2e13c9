namespace ConnectGate.People.Members;

/// <summary>The schedule of the digest, the mail about news.</summary>
/// <param name="Frequency">Daily, weekly or never.</param>
/// <param name="Hour">The hour of the day in the member's time zone, 0 to 23; a weekly digest comes on Mondays.</param>
/// <param name="CoveredUntil">No later digest covers anything older than this.</param>
internal sealed record DigestSettings(DigestFrequency Frequency, int Hour, DateTime CoveredUntil)
{
    public const int DefaultHour = 8;

    /// <summary>
    /// The first time after <paramref name="after"/> at which a digest is due, in UTC. Null where the member wants
    /// none. Each day of the member's calendar has one such time, or each Monday.
    /// </summary>
    public DateTime? NextAfter(DateTime after, TimeZoneInfo zone)
    {
        if (Frequency == DigestFrequency.Never)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(after, zone));
        while (true)
        {
            var at = At(day, zone);
            if (at > after && (Frequency == DigestFrequency.Daily || day.DayOfWeek == DayOfWeek.Monday))
            {
                return at;
            }

            day = day.AddDays(1);
        }
    }

    // The first minute at which the clocks there show the hour, or a later one on a day that leaves the hour out. Asks
    // only for conversions from UTC: .NET calls times of Dublin and Casablanca valid which clocks there never show.
    private DateTime At(DateOnly day, TimeZoneInfo zone)
    {
        var hour = day.ToDateTime(new TimeOnly(Hour, 0), DateTimeKind.Utc);
        var (before, after) = (zone.GetUtcOffset(hour.AddDays(-1)), zone.GetUtcOffset(hour.AddDays(1)));
        var at = hour - (before > after ? before : after);
        while (at + zone.GetUtcOffset(at) < hour)
        {
            at = at.AddMinutes(1);
        }

        return at;
    }
}

public enum DigestFrequency
{
    /// <summary>Each day that has something new.</summary>
    Daily,

    /// <summary>On Mondays, if the week had something new.</summary>
    Weekly,

    Never,
}
