using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Ties.Connections;

public abstract class ConnectionTests(Database database) : CommunityTests(database)
{
    private Person _me = null!,
        _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_me, _other) = await Community.InsertTwoAsync();
    }

    [Fact]
    public async Task A_connection_is_let_go_quietly_and_once()
    {
        await Community.ConnectAsync(_me, _other);

        await Community.MustAsync(_other, new LetGo.Command(_me.Handle));

        Assert.Empty((await Community.QueryAsync(_me, new ListConnections.Query())).Items);
        Assert.Null(await Community.QueryAsync(_me, new ViewConnection.Query(_other.Handle)));
        await Community.NotFoundAsync(_other, new LetGo.Command(_me.Handle));
    }

    [Fact]
    public async Task A_connection_of_others_is_not_found()
    {
        var stranger = await Community.InsertAsync();
        await Community.ConnectAsync(_me, _other);

        foreach (var handle in new[] { _me.Handle, _other.Handle, "nobody-here", "" })
        {
            await Community.NotFoundAsync(stranger, new LetGo.Command(handle));
            await Community.NotFoundAsync(stranger, new ChangeSharing.Command(handle, true, true, "Text"));
            Assert.Null(await Community.QueryAsync(stranger, new ViewConnection.Query(handle)));
            Assert.Null(await Community.QueryAsync(stranger, new ConnectionsOf.Query(handle)));
        }

        Assert.Empty((await Community.QueryAsync(stranger, new ListConnections.Query())).Items);
    }

    [Fact]
    public async Task Each_changes_only_their_own_side()
    {
        await Community.ConnectAsync(_me, _other);

        await Community.MustAsync(_me, new ChangeSharing.Command(_other.Handle, true, false, "From the ferry."));

        var mine = await Community.QueryAsync(_me, new ViewConnection.Query(_other.Handle));
        Assert.True(
            mine
                is {
                    OtherMaySeeMyConnections: true,
                    MayBeNamedAsLink: false,
                    HowWeKnowEachOther: "From the ferry.",
                    ISeeTheirConnections: false
                }
        );
        var theirs = await Community.QueryAsync(_other, new ViewConnection.Query(_me.Handle));
        Assert.True(
            theirs
                is {
                    OtherMaySeeMyConnections: false,
                    MayBeNamedAsLink: true,
                    HowWeKnowEachOther: "",
                    ISeeTheirConnections: true
                }
        );
        await Community.RefusedAsync(
            _me,
            new ChangeSharing.Command(_other.Handle, true, false, new string('x', 501)),
            "how-we-know-each-other-too-long",
            "howWeKnowEachOther"
        );
    }

    [Fact]
    public async Task My_connections_come_latest_first_page_by_page_and_by_name()
    {
        var handles = new List<string>();
        for (var number = 0; number < 22; number++)
        {
            var member = await Community.InsertAsync(
                A.Member() with
                {
                    DisplayName = number == 7 ? "Jürgen Grosz" : $"Somebody {number}",
                }
            );
            await Community.InsertConnectionAsync(_me, member, validFrom: Community.Clock.Now.AddDays(number - 50));
            handles.Insert(0, member.Handle);
        }

        var first = await Community.QueryAsync(_me, new ListConnections.Query());
        var second = await Community.QueryAsync(_me, new ListConnections.Query(first.Next));

        Assert.Equal(handles, first.Items.Concat(second.Items).Select(row => row.Handle));
        Assert.Null(second.Next);
        Assert.Equal(
            "Jürgen Grosz",
            Assert
                .Single((await Community.QueryAsync(_me, new ListConnections.Query(Text: " jurgen GROSZ"))).Items)
                .DisplayName
        );
        Assert.Empty((await Community.QueryAsync(_me, new ListConnections.Query(Text: "nobody"))).Items);
    }

    [Fact]
    public async Task A_block_ends_the_connection_and_is_listed_until_it_is_lifted()
    {
        await Community.ConnectAsync(_me, _other);

        await Community.MustAsync(_me, new BlockMember.Command(_other.Handle));

        Assert.Null(await Community.QueryAsync(_other, new ViewConnection.Query(_me.Handle)));
        var blocked = Assert.Single((await Community.QueryAsync(_me, new ListBlocked.Query())).Items);
        Assert.Equal((_other.Handle, Community.Clock.Now), (blocked.Handle, blocked.Since));
        Assert.Empty((await Community.QueryAsync(_other, new ListBlocked.Query())).Items);
        await Community.IllegalAsync(_me, new BlockMember.Command(_other.Handle));
        await Community.NotFoundAsync(_other, new UnblockMember.Command(_me.Handle));
        await Community.MustAsync(_me, new UnblockMember.Command(_other.Handle));
        await Community.NotFoundAsync(_me, new UnblockMember.Command(_other.Handle));
        Assert.Empty((await Community.QueryAsync(_me, new ListBlocked.Query())).Items);
        Assert.Null(await Community.QueryAsync(_me, new ViewConnection.Query(_other.Handle)));
        // A lifted block adds no wait. The 120 days apply to my own letter.
        await Community.DeliverAsync(_other, _me, A.Letter());
    }

    [Fact]
    public async Task Neither_oneself_nor_an_unknown_member_can_be_blocked()
    {
        await Community.RefusedAsync(_me, new BlockMember.Command(_me.Handle), "oneself", "handle");
        await Community.NotFoundAsync(_me, new BlockMember.Command("nobody-here"));
        await Community.NotFoundAsync(_me, new UnblockMember.Command("nobody-here"));
    }

    [Fact]
    public async Task A_block_within_the_grace_leaves_no_connection()
    {
        var id = await Community.DeliverAsync(_me, _other);
        await Community.MustAsync(_other, Accept(id, "Gladly."));

        await Community.MustAsync(_me, new BlockMember.Command(_other.Handle));

        Assert.Equal(0, await Community.CountAsync<Connection>());
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Null(await Community.QueryAsync(_other, new ViewConnection.Query(_me.Handle)));
    }
}

public sealed class ConnectionTestsOnSqlite() : ConnectionTests(Database.Sqlite);

public sealed class ConnectionTestsOnPostgres() : ConnectionTests(Database.Postgres);
