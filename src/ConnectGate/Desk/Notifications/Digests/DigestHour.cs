namespace ConnectGate.Desk.Notifications.Digests;

/// <summary>When digests come: at the member's hour in their time zone, each day or on Mondays.</summary>
internal static class DigestHour
{
    /// <summary>The last time a digest was due, now included.</summary>
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

    // In the night in which clocks go forward the hour may be missing; then the next one does.
    private static DateTime At(DateTime day, int hour, TimeZoneInfo zone)
    {
        var local = day.AddHours(hour);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }
}
