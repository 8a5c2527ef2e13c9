using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Foundation.Data;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Letters.Directory;

public abstract class FindMembersTests(Database database) : CommunityTests(database)
{
    [Fact]
    public async Task A_member_is_found_by_every_word_of_name_headline_handle_or_other_name_whatever_case_and_accents()
    {
        var viewer = await Community.InsertAsync();
        var jurgen = await Community.InsertAsync(new NewMember("jm-tides", "Jürgen Müller"));
        await Community.MustAsync(
            jurgen,
            new EditProfile.Command("Jürgen Müller", "Tide tables, 100% exact", "", [], ["Gezeiten-Jörg"], null)
        );
        await Community.InsertAsync(new NewMember("other", "Somebody Else"));

        foreach (var text in new[] { "jurgen", "MULLER jürgen", "tables müll", "@jm-tides", "gezeiten-jorg", "100%" })
        {
            Assert.Equal("jm-tides", Assert.Single((await FindAsync(viewer, text)).Items).Handle);
        }

        foreach (var text in new[] { "jurgen nobody", "%%", "1_0", "\\" })
        {
            Assert.Empty((await FindAsync(viewer, text)).Items);
        }

        Assert.Equal("Gezeiten-Jörg", (await FindAsync(viewer, "gezeiten")).Items[0].MatchedOtherName);
        Assert.Null((await FindAsync(viewer, "jurgen")).Items[0].MatchedOtherName);
    }

    [Fact]
    public async Task A_member_is_found_by_what_they_write_about_themselves_and_by_a_group_that_both_are_listed_in()
    {
        var (viewer, lena, unlisted) = await Community.InsertThreeAsync();
        await Community.MustAsync(
            lena,
            new EditProfile.Command("Lena Vogt", "", "I repair harbour gauges.", [], null, null)
        );
        var group = await Community.SharedAsync(GroupKind.Group, lena, viewer);
        await Community.JoinAsync(unlisted, group, listMe: false);
        var name = await Community.NameAsync(group);

        Assert.Equal(lena.Handle, Assert.Single((await FindAsync(viewer, "harbour GAUGE")).Items).Handle);
        var row = (await FindAsync(viewer, name)).Items.Single(row => row.Handle == lena.Handle);
        Assert.Equal([name], row.SharedGroups);
        Assert.DoesNotContain((await FindAsync(viewer, name)).Items, found => found.Handle == unlisted.Handle);
        Assert.Empty((await FindAsync(await Community.InsertAsync(), name)).Items);
    }

    [Theory]
    [InlineData("lindqist", true)]
    [InlineData("lindquist", true)]
    [InlineData("mra lindqvist", false)]
    [InlineData("indqvist", true)]
    [InlineData("lindqvistt", true)]
    [InlineData("lidqvit", false)]
    [InlineData("lin", true)]
    [InlineData("lon", false)]
    public async Task One_letter_may_be_wrong_where_nobody_has_the_words_as_typed(string typed, bool isFound)
    {
        var viewer = await Community.InsertAsync();
        await Community.InsertAsync(new NewMember("mara-l", "Mara Lindqvist"));

        var found = (await FindAsync(viewer, typed)).Items;

        Assert.Equal(isFound, found.Any(row => row.Handle == "mara-l"));
        Assert.All(found, row => Assert.Equal(typed is not ("lin" or "indqvist"), row.Almost));
    }

    [Fact]
    public async Task A_row_says_when_the_viewer_asked_and_whom_both_know()
    {
        var (viewer, other, mutual) = await Community.InsertThreeAsync();
        await Community.InsertConnectionAsync(mutual, viewer);
        await Community.InsertConnectionAsync(mutual, other);
        var askedAt = Community.Clock.Now;
        await Community.AskAsync(viewer, other);
        Community.Advance(TimeSpan.FromDays(3));

        var row = Assert.Single((await FindAsync(viewer, other.Handle)).Items);

        Assert.Equal((false, askedAt), (row.MayAsk, row.AskedOn));
        Assert.Equal([mutual.Handle], row.MutualConnections.Members.Select(member => member.Handle));
        Assert.True(Assert.Single((await FindAsync(other, viewer.Handle)).Items).AskedMe);
    }

    [Theory]
    [InlineData("Bjørg Åsgård", "bjorg asgard")]
    [InlineData("Uwe Großmann", "GROSSMANN")]
    [InlineData("Işık Kılıç", "isik kilic")]
    [InlineData("Đorđe Łuczak", "dorde luczak")]
    [InlineData("Þór Ægisson", "thor aegisson")]
    [InlineData("Maeve O’Shea", "o'shea")]
    public async Task A_member_is_found_by_what_a_plain_keyboard_has(string name, string typed)
    {
        var viewer = await Community.InsertAsync();
        await Community.InsertAsync(new NewMember("somebody", name));

        Assert.Equal(name, Assert.Single((await FindAsync(viewer, typed)).Items).DisplayName);
    }

    [Fact]
    public async Task Members_from_before_a_change_of_the_folding_are_found_after_the_next_start()
    {
        var viewer = await Community.InsertAsync();
        await Community.InsertAsync(new NewMember("bjorg", "Bjørg Åsgård"));
        await Community.InDatabaseAsync(async context =>
        {
            await context.Members.ExecuteUpdateAsync(set => set.SetProperty(member => member.SearchText, "ø"));
            await context.Set<DoneRefresh>().ExecuteDeleteAsync();
        });
        Assert.Empty((await FindAsync(viewer, "bjorg")).Items);

        await Community.PrepareDatabaseAsync();

        Assert.Single((await FindAsync(viewer, "bjorg")).Items);
    }

    [Fact]
    public async Task Everybody_is_found_once_page_by_page_by_name()
    {
        var viewer = await Community.InsertAsync(new NewMember("viewer", "Zoë"));
        for (var number = 0; number < 44; number++)
        {
            await Community.InsertAsync(A.Member() with { DisplayName = $"Twin {number % 7}" });
        }

        var found = await EveryoneAsync(viewer, onlyWhomTheyMayAsk: false);

        Assert.Equal(45, found.Select(row => row.Handle).Distinct().Count());
        Assert.Equal(45, found.Count);
        Assert.True(found.Single(row => row.Handle == "viewer").IsMe);
        Assert.NotEmpty(
            (await Community.QueryAsync(viewer, new FindMembers.Query(null, false, "no cursor at all"))).Items
        );
    }

    [Fact]
    public async Task Suspended_and_unconfirmed_members_are_not_found()
    {
        var (viewer, moderator) = await Community.InsertTwoAsync();
        var (suspended, unconfirmed) = (
            await Community.InsertAsync(new NewMember("suspended", "Tide One")),
            await Community.InsertAsync(new NewMember("unconfirmed", "Tide Two"))
        );
        await Community.InDatabaseAsync(async context =>
        {
            context.Suspensions.Add(
                new Suspension
                {
                    MemberId = suspended.Id,
                    ModeratorId = moderator.Id,
                    From = Community.Clock.Now,
                    Reason = "Sold tables by letter.",
                }
            );
            (await context.Users.FindAsync([unconfirmed.Id], TestContext.Current.CancellationToken))!.EmailConfirmed =
                false;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        Assert.Empty((await FindAsync(viewer, "tide")).Items);
    }

    [Fact]
    public async Task Search_says_what_the_profile_says_in_every_standing()
    {
        var viewer = await Community.InsertAsync();
        var people = new List<Person>();
        async Task<Person> One(PolicyKind policy = PolicyKind.Open)
        {
            var person = await Community.InsertAsync(A.Member() with { Policy = policy });
            people.Add(person);
            return person;
        }

        await One();
        await One(PolicyKind.Closed);
        await Community.MustAsync(viewer, new BlockMember.Command((await One()).Handle));
        await Community.MustAsync(await One(), new BlockMember.Command(viewer.Handle));
        await Community.AskAsync(viewer, await One());
        await Community.AskAsync(await One(), viewer);
        await Community.ConnectAsync(viewer, await One());
        var letGo = await One();
        await Community.ConnectAsync(letGo, viewer);
        await Community.MustAsync(letGo, new LetGo.Command(viewer.Handle));
        var accepter = await One();
        await Community.MustAsync(
            accepter,
            new AcceptRequest.Command(await Community.DeliverAsync(viewer, accepter), false, true, null, null)
        );
        var decliner = await One();
        await Community.MustAsync(
            decliner,
            new DeclineRequest.Command(await Community.DeliverAsync(viewer, decliner), ForGood: true, null)
        );
        var blocker = await One();
        await Community.ConnectAsync(blocker, viewer);
        await Community.MustAsync(blocker, new BlockMember.Command(viewer.Handle));

        await PoliciesAsync(viewer, () => One());

        foreach (var days in new[] { 0, 61, 40, 25 })
        {
            Community.Advance(TimeSpan.FromDays(days));
            var rows = await EveryoneAsync(viewer, onlyWhomTheyMayAsk: false);
            var asked = (await EveryoneAsync(viewer, onlyWhomTheyMayAsk: true)).ConvertAll(row => row.Handle);
            foreach (var person in people)
            {
                var profile = (await Community.QueryAsync(viewer, new ViewProfile.Query(person.Handle)))!;
                var row = rows.Single(row => row.Handle == person.Handle);
                Assert.Equal(
                    (profile.Policy.Kind, profile.MayAsk, profile.Connected),
                    (row.Policy, row.MayAsk, row.Connected)
                );
                Assert.Equal(profile.MayAsk, asked.Contains(person.Handle));
            }
        }
    }

    // For each kind of policy, one member whom the viewer may ask and one whom they may not.
    private async Task PoliciesAsync(Person viewer, Func<Task<Person>> one)
    {
        var (shares, link) = (await one(), await Community.InsertAsync());
        await Community.InsertConnectionAsync(link, shares);
        await Community.InsertConnectionAsync(link, viewer);
        var quiet = await one();
        await Community.InsertConnectionAsync(link, quiet, Side.OfTheAsker with { MayBeNamedAsLink = false });
        var sharesSuspended = await one();
        var suspended = await Community.InsertAsync();
        await Community.InsertConnectionAsync(suspended, sharesSuspended);
        await Community.InsertConnectionAsync(suspended, viewer);
        await Community.SuspendAsync(suspended);
        foreach (var person in new[] { shares, quiet, sharesSuspended, await one() })
        {
            await Community.MustAsync(person, new EditPolicy.Command(PolicyKind.SharedConnection, null, null));
        }

        await Community.MustAsync(
            await one(),
            new EditPolicy.Command(PolicyKind.Open, null, null)
            {
                AwayUntil = DateOnly.FromDateTime(Community.Clock.Now.AddDays(90)),
            }
        );
        var (full, notFull) = (await one(), await one());
        foreach (var person in new[] { full, notFull })
        {
            await Community.MustAsync(
                person,
                new EditPolicy.Command(PolicyKind.Open, null, null) { LettersAWeek = person == full ? 1 : 2 }
            );
            await Community.AskAsync(await Community.InsertAsync(), person);
        }

        Assert.False((await FindAsync(viewer, full.DisplayName)).Items.Single(row => row.Handle == full.Handle).MayAsk);
    }

    private async Task<List<FindMembers.Row>> EveryoneAsync(Person viewer, bool onlyWhomTheyMayAsk)
    {
        var (found, cursor) = (new List<FindMembers.Row>(), (string?)null);
        do
        {
            var page = await Community.QueryAsync(viewer, new FindMembers.Query(null, onlyWhomTheyMayAsk, cursor));
            found.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor is not null);

        return found;
    }

    private Task<ConnectGate.Foundation.Paging.Page<FindMembers.Row>> FindAsync(Person viewer, string? text) =>
        Community.QueryAsync(viewer, new FindMembers.Query(text));
}

public sealed class FindMembersTestsOnSqlite() : FindMembersTests(Database.Sqlite);

public sealed class FindMembersTestsOnPostgres() : FindMembersTests(Database.Postgres);
