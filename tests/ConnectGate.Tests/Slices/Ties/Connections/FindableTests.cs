using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;

namespace ConnectGate.Tests.Slices.Ties.Connections;

/// <summary>The setting "I may be found by", in the search and in the lists of others' connections.</summary>
public abstract class FindableTests(Database database) : CommunityTests(database)
{
    private static readonly Side Shy = Side.OfTheAsker with { MayBeNamedAsLink = false };
    private static readonly Side Showing = Side.OfTheAsker with { OtherMaySeeMyConnections = true };

    private Person _me = null!,
        _link = null!,
        _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_me, _link, _other) = await Community.InsertThreeAsync();
    }

    [
        Theory,
        InlineData(FoundBy.AllMembers, true, true),
        InlineData(FoundBy.Sharing, false, true),
        InlineData(FoundBy.MyLink, false, false)
    ]
    public async Task Search_finds_whom_it_may(FoundBy whom, bool byStrangers, bool bySharing)
    {
        await Community.MustAsync(_other, new EditPrivacy.Command(whom));
        Assert.Equal(byStrangers, await FindsAsync(_me));
        await Community.InsertConnectionAsync(_me, _link);
        await Community.InsertConnectionAsync(_link, _other);

        Assert.Equal(bySharing, await FindsAsync(_me));
        Assert.True(await FindsAsync(_link)); // their connection
        Assert.True(await FindsAsync(_other)); // themself
        Assert.NotNull(await Community.QueryAsync(_me, new ViewProfile.Query(_other.Handle))); // by their link
        Assert.NotNull(await Community.QueryAsync(_me, new ComposeLetter.Query(_other.Handle)));
    }

    [Fact]
    public async Task A_connection_that_may_not_be_named_is_not_shared()
    {
        await Community.MustAsync(_other, new EditPrivacy.Command(FoundBy.Sharing));
        await Community.InsertConnectionAsync(_me, _link);
        await Community.InsertConnectionAsync(_link, _other, Shy);

        Assert.False(await FindsAsync(_me));
    }

    [
        Theory,
        InlineData(FoundBy.AllMembers, true, true),
        InlineData(FoundBy.Sharing, true, false),
        InlineData(FoundBy.MyLink, false, false)
    ]
    public async Task A_list_leaves_out_whom_the_viewer_may_not_find(FoundBy whom, bool whereShared, bool whereNot)
    {
        await Community.InsertConnectionAsync(_link, _me, Showing);
        await Community.InsertConnectionAsync(_link, _other);
        await Community.MustAsync(_other, new EditPrivacy.Command(whom));
        Assert.Equal(whereShared, await ListedAsync());

        await Community.MustAsync(_me, new ChangeSharing.Command(_link.Handle, false, MayBeNamedAsLink: false, null));

        Assert.Equal(whereNot, await ListedAsync());
    }

    [Fact]
    public async Task The_choice_is_kept_and_has_to_be_one()
    {
        Assert.Equal(FoundBy.AllMembers, await Community.QueryAsync(_me, new EditPrivacy.Query()));
        await Community.RefusedAsync(_me, new EditPrivacy.Command(null), "found-by-missing", "foundBy");
        await Community.RefusedAsync(_me, new EditPrivacy.Command((FoundBy)9), "found-by-missing", "foundBy");

        await Community.MustAsync(_me, new EditPrivacy.Command(FoundBy.MyLink));

        Assert.Equal(FoundBy.MyLink, await Community.QueryAsync(_me, new EditPrivacy.Query()));
        Assert.Equal(FoundBy.AllMembers, await Community.QueryAsync(_other, new EditPrivacy.Query()));
    }

    private async Task<bool> FindsAsync(Person viewer) =>
        (await Community.QueryAsync(viewer, new FindMembers.Query(_other.Handle))).Items.Any(row =>
            row.Handle == _other.Handle
        );

    private async Task<bool> ListedAsync() =>
        (await Community.QueryAsync(_me, new ConnectionsOf.Query(_link.Handle)))!.Members.Items.Any(row =>
            row.Handle == _other.Handle
        );
}

public sealed class FindableTestsOnSqlite() : FindableTests(Database.Sqlite);

public sealed class FindableTestsOnPostgres() : FindableTests(Database.Postgres);
