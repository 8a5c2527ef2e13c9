using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Tests.Slices.Ties.Connections;

public abstract class VisibilityTests(Database database) : CommunityTests(database)
{
    private static readonly Side Shy = Side.OfTheAsker with { MayBeNamedAsLink = false };
    private static readonly Side Showing = Side.OfTheAsker with { OtherMaySeeMyConnections = true };

    private Person _one = null!,
        _other = null!,
        _link = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        // Over these tests the link's key is the lowest, the middle and the highest in turn.
        (_one, _link, _other) = await Community.InsertThreeAsync();
    }

    [Fact]
    public async Task A_mutual_connection_is_named_only_by_four_yeses()
    {
        await Community.InsertConnectionAsync(_one, _link);
        await Community.InsertConnectionAsync(_link, _other);
        for (var combination = 0; combination < 16; combination++)
        {
            bool Yes(int place) => (combination & (1 << place)) != 0;
            await Community.MustAsync(_one, new ChangeSharing.Command(_link.Handle, true, Yes(0), null));
            await Community.MustAsync(_link, new ChangeSharing.Command(_one.Handle, true, Yes(1), null));
            await Community.MustAsync(_other, new ChangeSharing.Command(_link.Handle, true, Yes(2), null));
            await Community.MustAsync(_link, new ChangeSharing.Command(_other.Handle, true, Yes(3), null));

            Assert.Equal(combination == 15, await NamesAsync(_one, _other));
            Assert.Equal(combination == 15, await NamesAsync(_other, _one));
        }
    }

    [Fact]
    public async Task Only_connections_that_hold_count()
    {
        await Community.InsertConnectionAsync(_one, _link);
        await Community.InsertConnectionAsync(_link, _other, validFrom: Community.Clock.Now.AddMinutes(10));
        Assert.False(await NamesAsync(_one, _other));
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.True(await NamesAsync(_one, _other));

        await Community.MustAsync(_other, new LetGo.Command(_link.Handle));

        Assert.False(await NamesAsync(_one, _other));
        Assert.False(await NamesAsync(_other, _one));
    }

    [Fact]
    public async Task A_suspended_member_is_not_named()
    {
        await Community.InsertConnectionAsync(_one, _link);
        await Community.InsertConnectionAsync(_link, _other);
        await Community.SuspendAsync(_link);

        Assert.False(await NamesAsync(_one, _other));
    }

    [Fact]
    public async Task Ten_are_named_and_no_number_beyond()
    {
        for (var number = 0; number < 10; number++)
        {
            await LinkAsync();
        }

        var ten = await MutualAsync(_one, _other);
        Assert.Equal((10, false), (ten.Members.Count, ten.OrMore));
        await LinkAsync();
        await LinkAsync();

        var more = await MutualAsync(_one, _other);

        Assert.Equal((10, true), (more.Members.Count, more.OrMore));
        Assert.Equal(more.Members.OrderBy(member => member.DisplayName, StringComparer.Ordinal), more.Members);
    }

    [Fact]
    public async Task Each_of_several_members_has_ten_mutual_connections_of_their_own()
    {
        for (var number = 0; number < 12; number++)
        {
            await LinkAsync();
        }

        await Community.InsertConnectionAsync(_one, _link);
        await Community.InsertConnectionAsync(_link, await Community.InsertAsync());
        var few = await Community.InsertAsync();
        await Community.InsertConnectionAsync(few, _link);

        var found = await Community.InDatabaseAsync(context =>
            MutualConnections.OfAsync(
                context,
                _one.Id,
                [_other.Id, few.Id, _link.Id],
                Community.Clock.Now,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal((10, true), (found[_other.Id].Members.Count, found[_other.Id].OrMore));
        Assert.Equal((_link.Handle, false), (Assert.Single(found[few.Id].Members).Handle, found[few.Id].OrMore));
        Assert.Equal(2, found.Count);
    }

    [Fact]
    public async Task A_list_is_seen_only_by_whom_its_owner_shows_it()
    {
        await Community.InsertConnectionAsync(_one, _link);
        await Community.InsertConnectionAsync(_link, _other);
        Assert.Null(await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)));
        await Community.MustAsync(_one, new ChangeSharing.Command(_link.Handle, true, true, null));
        Assert.Null(await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)));

        await Community.MustAsync(_link, new ChangeSharing.Command(_one.Handle, true, true, null));

        var list = await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle));
        Assert.Equal(_other.Handle, Assert.Single(list!.Members.Items).Handle);
        Assert.Null(await Community.QueryAsync(_other, new ConnectionsOf.Query(_link.Handle)));
        await Community.MustAsync(_one, new LetGo.Command(_link.Handle));
        Assert.Null(await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)));
    }

    [Fact]
    public async Task On_a_list_are_those_where_both_ends_agreed_to_be_named()
    {
        await Community.InsertConnectionAsync(_link, _one, Showing);
        await Community.InsertConnectionAsync(_link, _other);
        await Community.InsertConnectionAsync(_link, await Community.InsertAsync(), Shy);
        await Community.MustAsync(_other, new ChangeSharing.Command(_link.Handle, true, false, null));
        Assert.Empty((await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)))!.Members.Items);

        await Community.MustAsync(_other, new ChangeSharing.Command(_link.Handle, false, true, null));

        Assert.Equal(
            _other.Handle,
            Assert
                .Single((await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)))!.Members.Items)
                .Handle
        );
    }

    [Fact]
    public async Task A_list_comes_by_name_page_by_page()
    {
        await Community.InsertConnectionAsync(_link, _one, Showing);
        var handles = new List<string>();
        for (var number = 0; number < 23; number++)
        {
            var member = await Community.InsertAsync(A.Member() with { DisplayName = $"Name {number / 2:00}" });
            await Community.InsertConnectionAsync(_link, member);
            handles.Add(member.Handle);
        }

        var first = (await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle)))!.Members;
        var second = (await Community.QueryAsync(_one, new ConnectionsOf.Query(_link.Handle, first.Next)))!.Members;

        Assert.Equal(Page<ConnectionsOf.Row>.Size, first.Items.Count);
        Assert.Equal(handles, first.Items.Concat(second.Items).Select(row => row.Handle));
        Assert.Null(second.Next);
    }

    private async Task LinkAsync()
    {
        var member = await Community.InsertAsync();
        await Community.InsertConnectionAsync(_one, member);
        await Community.InsertConnectionAsync(member, _other);
    }

    private async Task<bool> NamesAsync(Person viewer, Person other) =>
        (await MutualAsync(viewer, other)).Members.Count == 1;

    private Task<MutualConnections.View> MutualAsync(Person viewer, Person other) =>
        Community.InDatabaseAsync(async context =>
            (
                await CommonGround.OfAsync(
                    context,
                    viewer.Id,
                    other.Id,
                    Community.Clock.Now,
                    TestContext.Current.CancellationToken
                )
            ).Mutual
        );
}

public sealed class VisibilityTestsOnSqlite() : VisibilityTests(Database.Sqlite);

public sealed class VisibilityTestsOnPostgres() : VisibilityTests(Database.Postgres);
