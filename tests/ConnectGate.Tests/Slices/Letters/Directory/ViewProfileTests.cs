using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Slices.Letters.Directory;

public abstract class ViewProfileTests(Database database) : CommunityTests(database)
{
    private static readonly TimeSpan WaitingTime = TimeSpan.FromDays(121);

    [Fact]
    public async Task An_open_member_may_be_asked()
    {
        var (ada, viewer) = (
            await Community.InsertAsync(A.Member() with { PolicyText = "Tides.", Questions = ["Who are you?"] }),
            await Community.InsertAsync()
        );

        var profile = (await Community.QueryAsync(viewer, new ViewProfile.Query(ada.Handle)))!;

        Assert.True(profile.MayAsk);
        Assert.Equal(
            (PolicyKind.Open, "Tides.", 20),
            (profile.Policy.Kind, profile.Policy.Text, profile.Policy.MinimumNote)
        );
        Assert.Equal(new PolicySeen.Question("q1", "Who are you?"), Assert.Single(profile.Policy.Questions));
        Assert.False(profile.IsMe || profile.Connected || profile.BlockedByMe || profile.MaySeeTheirConnections);
    }

    [Fact]
    public async Task An_unknown_handle_and_an_unconfirmed_account_are_not_found()
    {
        var (viewer, unconfirmed) = await Community.InsertTwoAsync();
        await Community.InDatabaseAsync(async context =>
        {
            (await context.Users.FindAsync([unconfirmed.Id], TestContext.Current.CancellationToken))!.EmailConfirmed =
                false;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Null(await Community.QueryAsync(viewer, new ViewProfile.Query("nobody-at-all")));
        Assert.Null(await Community.QueryAsync(viewer, new ViewProfile.Query("no\0handle")));
        Assert.Null(await Community.QueryAsync(viewer, new ViewProfile.Query(unconfirmed.Handle)));
        Assert.True(
            (await Community.SendAsync(viewer, new SendRequest.Command(unconfirmed.Handle, A.Letter()))).IsNotFound
        );
    }

    [Fact]
    public async Task My_own_profile_shows_my_policy_as_I_published_it()
    {
        var ada = await Community.InsertAsync(
            A.Member() with
            {
                Policy = PolicyKind.Closed,
                PolicyText = "Back in May.",
            }
        );

        var profile = (await Community.QueryAsync(ada, new ViewProfile.Query(ada.Handle)))!;

        Assert.True(profile.IsMe);
        Assert.False(profile.MayAsk);
        Assert.Equal((PolicyKind.Closed, "Back in May."), (profile.Policy.Kind, profile.Policy.Text));
    }

    [Fact]
    public async Task To_whom_they_blocked_or_declined_for_good_they_look_like_anybody_who_is_closed()
    {
        var viewer = await Community.InsertAsync();
        var closed = await Community.InsertAsync(
            A.Member() with
            {
                Policy = PolicyKind.Closed,
                PolicyText = "Tides.",
                Questions = ["Who are you?"],
            }
        );
        var open = A.Member() with { PolicyText = "Tides." };
        var (blocker, decliner) = (
            await Community.InsertAsync(open),
            await Community.InsertAsync(open with { Handle = "decliner" })
        );
        await Community.MustAsync(blocker, new BlockMember.Command(viewer.Handle));
        await Community.MustAsync(
            decliner,
            new DeclineRequest.Command(await Community.DeliverAsync(viewer, decliner), ForGood: true, null)
        );
        Community.Advance(WaitingTime);

        var (asClosed, sql) = await SeenAsync(viewer, closed);
        var (asBlocked, sqlOfBlocked) = await SeenAsync(viewer, blocker);
        var (asDeclined, sqlOfDeclined) = await SeenAsync(viewer, decliner);

        Assert.Equal(PolicyKind.Closed, asClosed.Policy.Kind);
        Assert.Equal(Shown(asClosed), Shown(asBlocked));
        Assert.Equal(Shown(asClosed), Shown(asDeclined));
        Assert.Equal(sql, sqlOfBlocked);
        Assert.Equal(sql, sqlOfDeclined);
    }

    [Fact]
    public async Task The_ways_to_reach_a_member_begin_with_those_that_their_policy_accepts()
    {
        var viewer = await Community.InsertAsync();

        Assert.Equal("+Introduction +Code +Letter", await WaysAsync(PolicyKind.Open));
        Assert.Equal("+Introduction +Code +BetterChannel -Letter", await WaysAsync(PolicyKind.IntroducedOrMet, "Call"));
        Assert.Equal("+Introduction +Code +BetterChannel", await WaysAsync(PolicyKind.SharedConnection, "Call"));
        Assert.Equal("+BetterChannel", await WaysAsync(PolicyKind.Closed, "Call"));
        Assert.Equal("", await WaysAsync(PolicyKind.Closed));

        async Task<string> WaysAsync(PolicyKind policy, params string[] channels)
        {
            var member = await Community.InsertAsync(A.Member() with { Policy = policy });
            await Community.MustAsync(
                member,
                new EditProfile.Command(
                    "Ada",
                    "",
                    "",
                    ["en"],
                    null,
                    [.. channels.Select(way => new EditProfile.Way(way, Audience.All))]
                )
            );
            var ways = (await Community.QueryAsync(viewer, new ViewProfile.Query(member.Handle)))!.Ways;
            Assert.Equal(ways, (await Community.QueryAsync(viewer, new ComposeLetter.Query(member.Handle)))!.Ways);
            return string.Join(' ', ways.Select(way => $"{(way.Accepted ? '+' : '-')}{way.Kind}"));
        }
    }

    [Fact]
    public async Task While_my_letter_runs_a_block_and_a_decline_show_nothing()
    {
        var viewer = await Community.InsertAsync();
        var open = A.Member() with { PolicyText = "Tides." };
        var (waiting, decliner, blocker) = (
            await Community.InsertAsync(open),
            await Community.InsertAsync(open with { Handle = "decliner" }),
            await Community.InsertAsync(open with { Handle = "blocker" })
        );
        await Community.AskAsync(viewer, waiting);
        var declined = await Community.AskAsync(viewer, decliner);
        await Community.DeliverAsync(viewer, blocker);
        await Community.MustAsync(decliner, new DeclineRequest.Command(declined, ForGood: true, null));
        await Community.MustAsync(blocker, new BlockMember.Command(viewer.Handle));

        var (asWaiting, sql) = await SeenAsync(viewer, waiting);
        var (asDeclined, sqlOfDeclined) = await SeenAsync(viewer, decliner);
        var (asBlocked, sqlOfBlocked) = await SeenAsync(viewer, blocker);

        Assert.Equal("already-asked", Assert.Single(asWaiting.Standing).Code);
        Assert.Equal(PolicyKind.Open, asWaiting.Policy.Kind);
        Assert.Equal(Shown(asWaiting), Shown(asDeclined));
        Assert.Equal(Shown(asWaiting), Shown(asBlocked));
        Assert.Equal(sql, sqlOfDeclined);
        Assert.Equal(sql, sqlOfBlocked);
    }

    [Fact]
    public async Task A_profile_says_what_is_between_the_two()
    {
        var (ada, viewer) = await Community.InsertTwoAsync();
        await Community.ConnectAsync(viewer, ada);
        await Community.MustAsync(
            ada,
            new ChangeSharing.Command(viewer.Handle, OtherMaySeeMyConnections: true, MayBeNamedAsLink: true, null)
        );
        await Community.MustAsync(viewer, new WriteNoteToSelf.Command(ada.Handle, "Met at the harbour."));

        var profile = (await Community.QueryAsync(viewer, new ViewProfile.Query(ada.Handle)))!;

        Assert.True(profile.Connected && profile.MaySeeTheirConnections);
        Assert.Equal("Met at the harbour.", profile.NoteToSelf);
        Assert.Equal("already-connected", Assert.Single(profile.Standing).Code);
        Assert.False((await Community.QueryAsync(ada, new ViewProfile.Query(viewer.Handle)))!.MaySeeTheirConnections);

        await Community.MustAsync(viewer, new BlockMember.Command(ada.Handle));
        profile = (await Community.QueryAsync(viewer, new ViewProfile.Query(ada.Handle)))!;
        Assert.True(profile.BlockedByMe);
        Assert.False(profile.Connected);
    }

    [Fact]
    public async Task The_ask_page_shows_what_a_letter_needs_before_anyone_writes()
    {
        var (ada, asker) = (
            await Community.InsertAsync(A.Member() with { Questions = ["Who are you?"] }),
            await Community.InsertAsync()
        );
        await Community.MustAsync(
            ada,
            new EditProfile.Command(
                "Ada",
                "Tides",
                "",
                ["en"],
                null,
                [new("Call", Audience.All), new("The list", Audience.AskPage), new("Not now", Audience.MyDecline)]
            )
        );
        await Community.AskAsync(asker, await Community.InsertAsync());

        var page = (await Community.QueryAsync(asker, new ComposeLetter.Query(ada.Handle)))!;

        Assert.True(page.MayAsk);
        Assert.Equal("Ada", page.Recipient.DisplayName);
        Assert.Equal(["Call", "The list"], page.BetterWays);
        Assert.Equal(asker.DisplayName, page.Me.DisplayName);
        Assert.Equal((1, 9), (page.Allowance.UnderWay, page.Allowance.Left));
        Assert.Equal("Who are you?", Assert.Single(page.Policy.Questions).Text);
        Assert.Equal(
            (1_000, 200, 500),
            (page.Limits.Note.Maximum, page.Limits.ReasonDetail.Maximum, page.Limits.Answer.Maximum)
        );
        Assert.Equal(Community.Clock.Now.AddDays(60), page.Dates.ExpiresAt);
        Assert.Null(await Community.QueryAsync(asker, new ComposeLetter.Query("nobody-at-all")));
    }

    [Fact]
    public async Task The_ask_page_says_first_what_would_refuse_any_letter()
    {
        var (ada, asker) = (
            await Community.InsertAsync(A.Member() with { Policy = PolicyKind.Closed }),
            await Community.InsertAsync()
        );

        Assert.Equal(
            "unavailable",
            Assert.Single((await Community.QueryAsync(asker, new ComposeLetter.Query(ada.Handle)))!.Standing).Code
        );
        Assert.Equal(
            "oneself",
            Assert.Single((await Community.QueryAsync(asker, new ComposeLetter.Query(asker.Handle)))!.Standing).Code
        );
    }

    private async Task<(ViewProfile.View Profile, IReadOnlyList<string> Sql)> SeenAsync(Person viewer, Person other)
    {
        var sql = Community.Sql.Listen();
        return ((await Community.QueryAsync(viewer, new ViewProfile.Query(other.Handle)))!, sql);
    }

    // Any two members differ in their names and in the day on which they joined.
    private static string Shown(ViewProfile.View profile) =>
        System.Text.Json.JsonSerializer.Serialize(
            profile with
            {
                Handle = "",
                DisplayName = "",
                MemberSince = default,
            }
        );
}

public sealed class ViewProfileTestsOnSqlite() : ViewProfileTests(Database.Sqlite);

public sealed class ViewProfileTestsOnPostgres() : ViewProfileTests(Database.Postgres);
