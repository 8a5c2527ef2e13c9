namespace ConnectGate.Tests.Slices.People.Members;

/// <summary>The hour of the digest in every kind of time zone, over two years.</summary>
public sealed class DigestHourTests
{
    public static readonly TheoryData<string> Places =
    [
        "UTC",
        "Europe/Berlin",
        "Europe/Dublin",
        "America/New_York",
        "America/St_Johns",
        "America/Santiago",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Chatham",
    ];

    [Theory, MemberData(nameof(Places))]
    public void Each_day_has_one_digest_when_the_clock_first_reaches_the_hour(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        foreach (var hour in Enumerable.Range(0, 24))
        {
            var digest = new DigestSettings(DigestFrequency.Daily, hour, default);
            var due = Start;
            var first = DateOnly.FromDateTime(Local(digest.NextAfter(due, zone)!.Value));
            for (var day = first; day < first.AddYears(2); day = day.AddDays(1))
            {
                due = digest.NextAfter(due, zone)!.Value;
                var wanted = day.ToDateTime(new TimeOnly(hour, 0));
                Assert.True(Local(due) >= wanted, $"{Local(due)} is before {wanted}");
                Assert.True(Local(due.AddMinutes(-1)) < wanted, $"{Local(due)} is after the first {wanted}");
            }
        }

        DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);
    }

    [Theory, MemberData(nameof(Places))]
    public void Each_monday_has_a_weekly_digest_and_no_other_day_has(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var (weekly, daily) = (Digest(DigestFrequency.Weekly), Digest(DigestFrequency.Daily));
        var (due, week) = (Start, new List<DateTime>());
        while (due < Start.AddYears(2))
        {
            due = daily.NextAfter(due, zone)!.Value;
            if (TimeZoneInfo.ConvertTimeFromUtc(due, zone).DayOfWeek == DayOfWeek.Monday)
            {
                week.Add(due);
            }
        }

        due = Start;
        foreach (var monday in week)
        {
            due = weekly.NextAfter(due, zone)!.Value;
            Assert.Equal(monday, due);
        }

        Assert.InRange(week.Count, 104, 106);

        static DigestSettings Digest(DigestFrequency frequency) => new(frequency, 2, default);
    }

    [Fact]
    public void A_member_who_wants_no_digest_is_never_due() =>
        Assert.Null(new DigestSettings(DigestFrequency.Never, 8, default).NextAfter(Start, TimeZoneInfo.Utc));

    private static readonly DateTime Start = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
}
