using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Directory;

/// <summary>Each member has a limit of profiles and searches a day.</summary>
public sealed class LookUpTests() : CommunityTests(Database.Sqlite)
{
    private Person _me = null!;

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:LookUpsPerDay"] = "6" };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _me = await Community.InsertAsync();
    }

    [Fact]
    public async Task Profiles_ask_pages_checks_searches_and_guessed_names_count_together()
    {
        await LookAsync(await Community.InsertAsync());
        await Community.QueryAsync(_me, new ComposeLetter.Query((await Community.InsertAsync()).Handle));
        await Community.QueryAsync(_me, new CheckRequest.Query((await Community.InsertAsync()).Handle, A.Letter()));
        await Community.QueryAsync(_me, new FindMembers.Query());
        Assert.Null(await Community.QueryAsync(_me, new ViewProfile.Query("nobody-here")));
        Assert.Null(await Community.QueryAsync(_me, new ViewProfile.Query("nobody-here")));
        var began = Community.Clock.Now;

        Community.Advance(TimeSpan.FromHours(23));
        var stranger = await Community.InsertAsync();
        foreach (
            var look in new Func<Task>[]
            {
                () => LookAsync(stranger),
                () => Community.QueryAsync(_me, new ComposeLetter.Query(stranger.Handle)),
                () => Community.QueryAsync(_me, new CheckRequest.Query(stranger.Handle, A.Letter())),
                () => Community.QueryAsync(_me, new FindMembers.Query()),
                () => Community.QueryAsync(_me, new ViewProfile.Query("nobody-here")),
            }
        )
        {
            var tooOften = await Assert.ThrowsAsync<TooOftenException>(look);
            Assert.Equal((began.AddHours(24), "too-many-look-ups"), (tooOften.Until, tooOften.Refusal.Code));
        }

        await Community.QueryAsync(stranger, new ViewProfile.Query(_me.Handle)); // it is each one's own
        Community.Advance(TimeSpan.FromHours(1));
        await LookAsync(stranger);
    }

    [Fact]
    public async Task Rows_of_a_search_that_name_whom_both_know_have_the_same_limit()
    {
        var link = await Community.InsertAsync();
        await Community.InsertConnectionAsync(link, _me);
        for (var number = 1; number <= 7; number++)
        {
            await Community.InsertConnectionAsync(
                link,
                await Community.InsertAsync(new NewMember($"tide-{number}", $"Tide Reader {number}"))
            );
        }

        var rows = (await Community.QueryAsync(_me, new FindMembers.Query("tide reader"))).Items;

        Assert.Equal([1, 1, 1, 1, 1, 1, 0], rows.Select(row => row.MutualConnections.Members.Count));
    }

    [Fact]
    public async Task Looking_at_oneself_a_connection_a_sender_or_the_same_member_again_does_not_count()
    {
        var (friend, asker, stranger) = await Community.InsertThreeAsync();
        await Community.InsertConnectionAsync(_me, friend);
        await Community.DeliverAsync(asker, _me);
        for (var number = 0; number < 20; number++)
        {
            await LookAsync(stranger);
            await Community.QueryAsync(_me, new CheckRequest.Query(stranger.Handle, A.Letter()));
        }

        for (var number = 0; number < 20; number++)
        {
            await LookAsync(_me);
            await LookAsync(friend);
            await LookAsync(asker);
        }
    }

    [Fact]
    public async Task A_moderator_looks_at_people_for_others()
    {
        var moderator = await Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        for (var number = 0; number < 10; number++)
        {
            await Community.QueryAsync(moderator, new FindMembers.Query());
        }
    }

    private Task LookAsync(Person whom) => Community.QueryAsync(_me, new ViewProfile.Query(whom.Handle));
}
