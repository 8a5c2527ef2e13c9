namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>
/// Digests are due at the hour that the member chose, in the member's time zone, each day or on Mondays.
/// </summary>
internal static class DigestHour
{
    /// <summary>The last time at or before <paramref name="now"/> at which a digest was due, in UTC.</summary>
    public static DateTime Latest(DigestSettings digest, TimeZoneInfo zone, DateTime now)
    {
        var day = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date;
        while (true)
        {
            var at = At(day, digest.Hour, zone);
            if (at <= now && (digest.Frequency == DigestFrequency.Daily || day.DayOfWeek == DayOfWeek.Monday))
            {
                return at;
            }

            day = day.AddDays(-1);
        }
    }

    // When clocks go forward, this hour may not exist on that day. Then the next hour replaces it.
    private static DateTime At(DateTime day, int hour, TimeZoneInfo zone)
    {
        var local = day.AddHours(hour);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
