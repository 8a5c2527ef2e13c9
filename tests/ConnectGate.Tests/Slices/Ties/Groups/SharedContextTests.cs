using ConnectGate.Desk.Inbox;
using ConnectGate.Gate.Policy;
using ConnectGate.Gate.Rules;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>
/// What two learn of each other's groups, where it counts, and that nobody else's belonging can be found out.
/// </summary>
public abstract class SharedContextTests(Database database) : CommunityTests(database)
{
    private Person _sender = null!;
    private Person _recipient = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_sender, _recipient) = (await Community.InsertAsync(), await Community.InsertAsync());
    }

    [Fact]
    public async Task What_both_are_listed_in_is_shown_to_both_everywhere_and_says_whether_it_is_confirmed()
    {
        var gathering = await Community.SharedAsync(GroupKind.Gathering, _recipient, _sender);
        var made = await Community.MakeAsync(_sender);
        await Community.JoinAsync(_recipient, made);
        await Community.MakeAsync(_sender); // nobody else's

        (string, bool)[] expected = [(gathering, true), (made, false)];
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(_sender, new ViewProfile.Query(_recipient.Handle)))!.SharedGroups)
        );
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(_recipient, new ViewProfile.Query(_sender.Handle)))!.SharedGroups)
        );
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(_sender, new ComposeLetter.Query(_recipient.Handle)))!.SharedGroups)
        );
        var letter = await Community.MustAsync(
            _recipient,
            new OpenRequest.Command(await Community.DeliverAsync(_sender, _recipient))
        );
        Assert.Equal(expected, Told(letter.SharedGroups));
        Assert.Null(letter.Picked);
    }

    [Theory]
    [InlineData("the other is not listed")]
    [InlineData("I am not listed")]
    [InlineData("the other is suspended")]
    [InlineData("the other left")]
    [InlineData("the other does not belong")]
    public async Task What_is_not_on_both_rosters_is_nowhere_to_be_seen_and_counts_for_nothing(string why)
    {
        var organiser = await Community.InsertAsync();
        var id = await Community.SharedAsync(GroupKind.Group, organiser, _sender, _recipient);
        switch (why)
        {
            case "the other is not listed":
                await Community.MustAsync(_recipient, new ListMe.Command(id, Listed: false));
                break;
            case "I am not listed":
                await Community.MustAsync(_sender, new ListMe.Command(id, Listed: false));
                break;
            case "the other is suspended":
                await Community.SuspendAsync(_recipient);
                break;
            case "the other left":
                await Community.MustAsync(_recipient, new LeaveGroup.Command(id));
                break;
            default:
                await Community.MustAsync(organiser, new RemoveMember.Command(id, _recipient.Handle));
                break;
        }

        await AsksForContextAsync();

        Assert.Empty((await Community.QueryAsync(_sender, new ViewProfile.Query(_recipient.Handle)))!.SharedGroups);
        Assert.Empty((await Community.QueryAsync(_sender, new ComposeLetter.Query(_recipient.Handle)))!.SharedGroups);
        await Community.RefusedAsync(_sender, Picking(id), SharedGroupRule.Code, "group");
        if (why != "the other is suspended")
        {
            await Community.RefusedAsync(
                _sender,
                new SendRequest.Command(_recipient.Handle, A.Letter()),
                "needs-shared-context",
                "recipient"
            );
            Assert.False(await MayAskAsync());
        }
    }

    [Fact]
    public async Task The_gate_asks_the_database_the_same_whether_the_other_is_on_the_roster()
    {
        var id = await Community.SharedAsync(GroupKind.Group, await Community.InsertAsync(), _sender);
        var (listed, hidden) = (await Community.InsertAsync(), await Community.InsertAsync());
        await Community.JoinAsync(listed, id);
        await Community.JoinAsync(hidden, id, listMe: false);
        foreach (var other in new[] { hidden, _recipient })
        {
            await Community.MustAsync(other, new EditPolicy.Command(PolicyKind.SharedContext, null, null));
        }

        await AskedAsync(_recipient, id); // once, so that nothing is prepared for the first time
        Assert.Equal(await AskedAsync(_recipient, id), await AskedAsync(hidden, id));
    }

    [Fact]
    public async Task A_policy_takes_a_confirmed_group_or_a_connection_and_the_list_agrees_with_the_gate()
    {
        await AsksForContextAsync();
        await AgreesAsync(may: false);

        var made = await Community.MakeAsync(_recipient);
        await Community.JoinAsync(_sender, made);
        await AgreesAsync(may: false);

        await Community.RecogniseAsync(made);
        await AgreesAsync(may: true);

        await Community.RecogniseAsync(made, recognised: false);
        await AgreesAsync(may: false);

        var link = await Community.InsertAsync();
        await Community.InsertConnectionAsync(_sender, link);
        await Community.InsertConnectionAsync(link, _recipient);
        await AgreesAsync(may: true);
        await Community.AskAsync(_sender, _recipient);
    }

    [Fact]
    public async Task Who_asks_for_a_shared_connection_takes_no_group_for_it()
    {
        await Community.SharedAsync(GroupKind.Group, _recipient, _sender);
        await Community.MustAsync(_recipient, new EditPolicy.Command(PolicyKind.SharedConnection, null, null));

        await Community.RefusedAsync(
            _sender,
            new SendRequest.Command(_recipient.Handle, A.Letter()),
            "needs-shared-connection",
            "recipient"
        );
        Assert.False(await MayAskAsync());
    }

    private Task AsksForContextAsync() =>
        Community.MustAsync(_recipient, new EditPolicy.Command(PolicyKind.SharedContext, null, null));

    private async Task AgreesAsync(bool may)
    {
        Assert.Equal(may, (await Community.QueryAsync(_sender, new ViewProfile.Query(_recipient.Handle)))!.MayAsk);
        Assert.Equal(may, await MayAskAsync());
    }

    private async Task<bool> MayAskAsync() =>
        (await Community.QueryAsync(_sender, new FindMembers.Query(_recipient.DisplayName)))
            .Items.Single(row => row.Handle == _recipient.Handle)
            .MayAsk;

    private SendRequest.Command Picking(string id) =>
        new(_recipient.Handle, A.Letter() with { Reason = Reason.SameGroup, ReasonDetail = null, Group = id });

    private async Task<List<string>> AskedAsync(Person recipient, string id)
    {
        var sql = Community.Sql.Listen();
        await Community.QueryAsync(_sender, new ViewProfile.Query(recipient.Handle));
        await Community.QueryAsync(_sender, new ComposeLetter.Query(recipient.Handle));
        await Community.SendAsync(
            _sender,
            new SendRequest.Command(recipient.Handle, A.Letter() with { Reason = Reason.SameGroup, Group = id })
        );
        return [.. sql];
    }

    private static IEnumerable<(string, bool)> Told(IEnumerable<SharedContext.Shared> groups) =>
        groups.Select(group => (group.Id, group.Confirmed));
}

public sealed class SharedContextTestsOnSqlite() : SharedContextTests(Database.Sqlite);

public sealed class SharedContextTestsOnPostgres() : SharedContextTests(Database.Postgres);
