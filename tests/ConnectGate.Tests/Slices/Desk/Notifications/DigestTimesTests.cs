using System.Globalization;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Desk.Notifications;

/// <summary>When a digest comes: the member's hour, changed settings, changed clocks, an upgrade.</summary>
public abstract class DigestTimesTests(Database database) : DigestWork(database)
{
    [Fact]
    public async Task A_weekly_digest_comes_on_mondays()
    {
        var ben = await Community.InsertAsync();
        await Community.MustAsync(ben, new EditSettings.Command(DigestFrequency.Weekly, 8, "UTC"));
        await Community.DeliverAsync(await Community.InsertAsync(), ben); // Monday, 9:05

        for (var day = 0; day < 6; day++)
        {
            Community.Advance(TimeSpan.FromDays(1));
            Assert.Equal(0, await SendAsync());
        }

        Community.Advance(TimeSpan.FromHours(22)); // Monday, 7:05
        Assert.Equal(0, await SendAsync());
        Community.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task A_member_without_news_is_due_again_the_next_day_and_not_before()
    {
        await DailyAsync();
        Community.Advance(TimeSpan.FromDays(1));

        Assert.True(await AnyDueAsync());
        Assert.False(await AnyDueAsync());
        Community.Advance(TimeSpan.FromHours(22)); // 7:00
        Assert.False(await AnyDueAsync());
        Community.Advance(TimeSpan.FromHours(1));
        Assert.True(await AnyDueAsync());
    }

    [Fact]
    public async Task A_change_of_hour_or_zone_moves_the_next_digest()
    {
        var (hour, zone) = (await DailyAsync(), await DailyAsync());
        await TellAsync(hour);
        await TellAsync(zone);

        // It is 9:00 UTC, so both digests would come at 8:00 on the next day.
        await Community.MustAsync(hour, new EditSettings.Command(DigestFrequency.Daily, 11, "UTC"));
        await Community.MustAsync(zone, new EditSettings.Command(DigestFrequency.Daily, 8, "America/New_York"));

        Community.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, await SendAsync());
        Community.Advance(TimeSpan.FromHours(2)); // 8:00 in New York
        Assert.Equal(1, await SendAsync());
        Assert.Equal([hour.Email, zone.Email], (await MailAsync()).Select(mail => mail.To));
    }

    [Fact]
    public async Task A_digest_that_is_due_already_survives_a_change_of_settings()
    {
        var ben = await DailyAsync();
        await TellAsync(ben);
        Community.Advance(TimeSpan.FromHours(23)); // 8:00, and no round has run yet

        await Community.MustAsync(ben, new EditSettings.Command(DigestFrequency.Daily, 7, "UTC"));

        Assert.Equal(1, await SendAsync());
        Community.Advance(TimeSpan.FromHours(23)); // 7:00
        await TellAsync(ben);
        Assert.Equal(0, await SendAsync());
        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task Who_switches_the_digest_off_gets_not_even_the_one_that_is_due()
    {
        var ben = await DailyAsync();
        await TellAsync(ben);
        Community.Advance(TimeSpan.FromDays(1));

        await Community.MustAsync(ben, new EditSettings.Command(DigestFrequency.Never, 8, "UTC"));

        Assert.False(await AnyDueAsync());
        Assert.Empty(await MailAsync());
    }

    [Theory]
    // 2:00 does not exist on 29 March, and exists twice on 25 October.
    [InlineData("Europe/Berlin", 2, "03-28T01:00 03-29T01:00 03-30T00:00")]
    [InlineData("Europe/Berlin", 2, "10-24T00:00 10-25T00:00 10-26T01:00")]
    // 2:00 does not exist on 8 March. 1:00 exists twice on 1 November.
    [InlineData("America/New_York", 2, "03-07T07:00 03-08T07:00 03-09T06:00")]
    [InlineData("America/New_York", 1, "10-31T05:00 11-01T05:00 11-02T06:00")]
    // Winter time is the exception here, an hour less than standard time. 1:00 does not exist on 29 March.
    [InlineData("Europe/Dublin", 1, "03-28T01:00 03-29T01:00 03-30T00:00")]
    // Clocks change by half an hour: 2:00 is the end of a repeated half hour, then the beginning of a missing one.
    [InlineData("Australia/Lord_Howe", 2, "04-03T15:00 04-04T15:30 04-05T15:30")]
    [InlineData("Australia/Lord_Howe", 2, "10-02T15:30 10-03T15:30 10-04T15:00")]
    // Midnight does not exist on 24 April. 23:00 exists twice on 29 October.
    [InlineData("Africa/Cairo", 0, "04-22T22:00 04-23T22:00 04-24T21:00")]
    [InlineData("Africa/Cairo", 23, "10-28T20:00 10-29T20:00 10-30T21:00")]
    public async Task A_digest_comes_once_a_day_also_when_clocks_change(string zone, int hour, string expected)
    {
        var times = expected
            .Split(' ')
            .Select(time =>
                DateTime.Parse($"2026-{time}Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)
            )
            .ToList();
        var ben = await Community.InsertAsync();
        Community.Clock.Advance(times[0].AddHours(-2) - Community.Clock.Now);
        await Community.MustAsync(ben, new EditSettings.Command(DigestFrequency.Daily, hour, zone));

        var written = new List<DateTime>();
        while (Community.Clock.Now < times[^1].AddHours(3))
        {
            await TellAsync(ben);
            Community.Advance(TimeSpan.FromMinutes(30));
            if (await SendAsync() > 0)
            {
                written.Add(Community.Clock.Now);
            }
        }

        Assert.Equal(times, written);
    }

    [Fact]
    public async Task After_the_upgrade_each_digest_comes_at_its_hour_and_none_twice()
    {
        var (sent, later, owed) = (await DailyAsync(), await DailyAsync(), await DailyAsync());
        var never = await Community.InsertAsync();
        await TellAsync(never);
        Community.Advance(TimeSpan.FromHours(14)); // Monday, 23:00
        await TellAsync(later);
        Community.Advance(TimeSpan.FromHours(10)); // Tuesday, 9:00
        Assert.Equal(1, await SendAsync());
        await Community.MustAsync(later, new EditSettings.Command(DigestFrequency.Daily, 20, "UTC"));
        await TellAsync(sent);
        Community.Advance(TimeSpan.FromHours(1));
        await UpgradeAsync();
        Assert.Equal(0, await SendAsync()); // the next hours are 20:00 and 8:00

        Community.Advance(TimeSpan.FromHours(22)); // Wednesday, 8:00
        Assert.Equal(1, await SendAsync());
        await TellAsync(owed);
        Community.Advance(TimeSpan.FromHours(25)); // Thursday, 9:00; the server stood still at 8:00
        await UpgradeAsync();
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());

        Assert.Equal([later.Email, sent.Email, owed.Email], (await MailAsync()).Select(mail => mail.To));
    }

    // The database as the version before DigestDueAt left it, then the start of this version.
    private async Task UpgradeAsync()
    {
        await Community.InDatabaseAsync(async context =>
        {
            await context.Members.ExecuteUpdateAsync(set =>
                set.SetProperty(member => member.DigestDueAt, (DateTime?)null)
            );
            await context.DoneRefreshes.ExecuteDeleteAsync();
        });
        await Community.PrepareDatabaseAsync();
    }
}

public sealed class DigestTimesTestsOnSqlite() : DigestTimesTests(Database.Sqlite);

public sealed class DigestTimesTestsOnPostgres() : DigestTimesTests(Database.Postgres);
