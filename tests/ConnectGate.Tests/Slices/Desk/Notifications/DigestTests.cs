using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Notifications;
using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Desk.Notifications;

// The tests' clock begins on Monday, 2 March 2026, at 9:00 UTC.
public abstract class DigestTests(Database database) : DigestWork(database)
{
    [Fact]
    public async Task A_daily_digest_comes_at_the_members_hour_in_their_time_zone()
    {
        var ben = await Community.InsertAsync();
        // UTC-5: 13:00.
        await Community.MustAsync(ben, new EditSettings.Command(DigestFrequency.Daily, 8, "America/New_York"));
        var ada = await Community.InsertAsync(A.Member() with { DisplayName = "Ada Byron" });
        var id = await Community.DeliverAsync(ada, ben); // 9:05

        Assert.Equal(0, await SendAsync());
        Community.Advance(TimeSpan.FromMinutes((3 * 60) + 54)); // 12:59
        Assert.Equal(0, await SendAsync());
        Community.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SendAsync());

        var mail = Assert.Single(await MailAsync());
        Assert.Equal(ben.Email, mail.To);
        Assert.Contains("Ada Byron asks to connect. Their reason: your work.", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:5080/inbox/{id}", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("tide tables last week", mail.Body, StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:5080/unsubscribe/", mail.UnsubscribeUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_mailed_twice_and_nothing_new_is_no_digest()
    {
        var ben = await DailyAsync();
        await Community.DeliverAsync(await Community.InsertAsync(), ben);
        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SendAsync());
        Assert.Equal(0, await SendAsync());

        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendAsync());

        // It came after this day's hour, so it waits for the next day's digest.
        await Community.DeliverAsync(await Community.InsertAsync(A.Member() with { DisplayName = "Cleo" }), ben);
        Assert.Equal(0, await SendAsync());
        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await SendAsync());
        Assert.DoesNotContain("Member", (await MailAsync())[1].Body.Split('\n')[2], StringComparison.Ordinal);
        Assert.Contains("Cleo asks to connect", (await MailAsync())[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_leaves_out_what_was_read_opened_or_switched_off()
    {
        var (reader, opener, never) = (await DailyAsync(), await DailyAsync(), await Community.InsertAsync());
        await Community.DeliverAsync(await Community.InsertAsync(), reader);
        await Community.MustAsync(
            opener,
            new OpenRequest.Command(await Community.DeliverAsync(await Community.InsertAsync(), opener))
        );
        await Community.DeliverAsync(await Community.InsertAsync(), never);
        await Community.MustAsync(reader, new MarkNotificationsRead.Command());

        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendAsync());

        // A digest that begins now does not include earlier notifications.
        await Community.MustAsync(never, new EditSettings.Command(DigestFrequency.Daily, 8, "UTC"));
        Community.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task One_of_many_nodes_writes_a_digest()
    {
        var people = new List<Person>();
        for (var number = 0; number < 5; number++)
        {
            people.Add(await DailyAsync());
            await Community.DeliverAsync(await Community.InsertAsync(), people[^1]);
        }

        Community.Advance(TimeSpan.FromDays(1));
        await using var other = Community.OtherNode();
        other.Advance(Community.Clock.Now - other.Clock.Now);

        var written = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(node => Task.Run(() => SendAsync(node % 2 == 0 ? Community : other)))
        );

        Assert.Equal(5, written.Sum());
        Assert.Equal(
            people.Select(person => person.Email).Order(StringComparer.Ordinal),
            (await MailAsync()).Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Nodes_that_share_a_round_write_each_digest_once()
    {
        var people = new List<Person>();
        for (var number = 0; number < 24; number++)
        {
            people.Add(await DailyAsync());
            await TellAsync(people[^1]);
        }

        Community.Advance(TimeSpan.FromDays(1));
        await using var other = Community.OtherNode();
        other.Advance(Community.Clock.Now - other.Clock.Now);

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(node => Task.Run(() => RoundAsync(node % 2 == 0 ? Community : other, atMost: 5)))
        );
        await RoundAsync(Community, atMost: 5); // what a node skipped while another had it

        Assert.Equal(
            people.Select(person => person.Email).Order(StringComparer.Ordinal),
            (await MailAsync()).Select(mail => mail.To).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_round_asks_the_database_as_often_for_thirty_members_as_for_two()
    {
        var counts = new List<int>();
        foreach (var members in (int[])[2, 30])
        {
            for (var number = 0; number < members; number++)
            {
                var reader = await DailyAsync();
                if (number % 2 == 0)
                {
                    await TellAsync(reader);
                }
            }

            Community.Advance(TimeSpan.FromDays(1));
            counts.Add(await CountStatementsAsync());
        }

        Assert.Equal(16, (await MailAsync()).Count);
        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task One_click_ends_the_digest_without_signing_in()
    {
        var ben = await DailyAsync();
        await Community.DeliverAsync(await Community.InsertAsync(), ben);
        Community.Advance(TimeSpan.FromDays(1));
        await SendAsync();
        var token = Assert.Single(await MailAsync()).UnsubscribeUrl!.Split('/')[^1];

        Assert.False((await AnonymouslyAsync(new EndDigest.Query(token)))!.Ended);
        Assert.True((await AnonymouslyAsync(new EndDigest.Command(token))).Succeeded);
        Assert.True((await AnonymouslyAsync(new EndDigest.Command(token))).Succeeded);
        Assert.True((await AnonymouslyAsync(new EndDigest.Query(token)))!.Ended);
        Assert.Equal(DigestFrequency.Never, (await Community.QueryAsync(ben, new EditSettings.Query())).Digest);

        Assert.Null(await AnonymouslyAsync(new EndDigest.Query(token[..^2])));
        Assert.True((await AnonymouslyAsync(new EndDigest.Command("no-token"))).IsNotFound);
    }

    // A round as the worker makes it.
    private static async Task RoundAsync(Community node, int atMost)
    {
        while ((await AnonymouslyAsync(node, new SendDigests.Command(atMost))).Value.Any)
        {
            // The next batch.
        }
    }

    private async Task<int> CountStatementsAsync()
    {
        var heard = Community.Sql.Listen();
        await SendAsync();
        return heard.Count(sql => !sql.Contains("INSERT", StringComparison.Ordinal)); // EF inserts in batches
    }
}

public sealed class DigestTestsOnSqlite() : DigestTests(Database.Sqlite);

public sealed class DigestTestsOnPostgres() : DigestTests(Database.Postgres);
