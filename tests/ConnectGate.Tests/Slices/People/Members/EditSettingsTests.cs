using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.People.Members;

public abstract class EditSettingsTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task Settings_are_kept()
    {
        var ada = await Community.InsertAsync();

        await Community.MustAsync(ada, new EditSettings.Command(DigestFrequency.Weekly, 19, "Europe/Vienna"));

        var settings = await Community.QueryAsync(ada, new EditSettings.Query());
        Assert.Equal(
            (DigestFrequency.Weekly, 19, "Europe/Vienna"),
            (settings.Digest, settings.Hour, settings.TimeZone)
        );
        Assert.Contains("Europe/Vienna", settings.TimeZones);
        Assert.Contains("UTC", settings.TimeZones);
    }

    [Theory]
    [InlineData("hour-unknown", "hour", 24, "UTC")]
    [InlineData("hour-unknown", "hour", -1, "UTC")]
    [InlineData("time-zone-unknown", "timeZone", 8, "Middle-earth/Shire")]
    [InlineData("time-zone-unknown", "timeZone", 8, null)]
    public async Task An_hour_or_time_zone_that_does_not_exist_is_refused(
        string code,
        string field,
        int hour,
        string? timeZone
    )
    {
        var ada = await Community.InsertAsync();

        var outcome = await Community.SendAsync(ada, new EditSettings.Command(DigestFrequency.Daily, hour, timeZone));

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.Equal(DigestFrequency.Never, (await Community.QueryAsync(ada, new EditSettings.Query())).Digest);
    }
}

public sealed class EditSettingsTestsOnSqlite() : EditSettingsTests(Database.Sqlite);

public sealed class EditSettingsTestsOnPostgres() : EditSettingsTests(Database.Postgres);
