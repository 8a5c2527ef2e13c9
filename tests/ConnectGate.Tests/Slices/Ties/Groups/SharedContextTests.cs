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
/// Two members learn which groups they share. Nobody can find out the memberships of others.
/// </summary>
public abstract class SharedContextTests(Database database) : TwoMembersTests(database)
{
    [Fact]
    public async Task A_shared_group_is_shown_to_both_everywhere_and_says_whether_it_is_confirmed()
    {
        var gathering = await Community.SharedAsync(GroupKind.Gathering, Recipient, Sender);
        var made = await Community.MakeAsync(Sender);
        await Community.JoinAsync(Recipient, made);
        await Community.MakeAsync(Sender); // nobody else's

        (string, bool)[] expected = [(gathering, true), (made, false)];
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(Sender, new ViewProfile.Query(Recipient.Handle)))!.SharedGroups)
        );
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(Recipient, new ViewProfile.Query(Sender.Handle)))!.SharedGroups)
        );
        Assert.Equal(
            expected,
            Told((await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.SharedGroups)
        );
        var letter = await Community.MustAsync(
            Recipient,
            new OpenRequest.Command(await Community.DeliverAsync(Sender, Recipient))
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
    public async Task A_group_without_both_on_its_roster_is_not_shown_and_does_not_count(string why)
    {
        var organiser = await Community.InsertAsync();
        var id = await Community.SharedAsync(GroupKind.Group, organiser, Sender, Recipient);
        switch (why)
        {
            case "the other is not listed":
                await Community.MustAsync(Recipient, new ListMe.Command(id, Listed: false));
                break;
            case "I am not listed":
                await Community.MustAsync(Sender, new ListMe.Command(id, Listed: false));
                break;
            case "the other is suspended":
                await Community.SuspendAsync(Recipient);
                break;
            case "the other left":
                await Community.MustAsync(Recipient, new LeaveGroup.Command(id));
                break;
            default:
                await Community.MustAsync(organiser, new RemoveMember.Command(id, Recipient.Handle));
                break;
        }

        await AsksForContextAsync();

        Assert.Empty((await Community.QueryAsync(Sender, new ViewProfile.Query(Recipient.Handle)))!.SharedGroups);
        Assert.Empty((await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.SharedGroups);
        await Community.RefusedAsync(Sender, Picking(id), SharedGroupRule.Code, "group");
        if (why != "the other is suspended")
        {
            await Community.RefusedAsync(
                Sender,
                new SendRequest.Command(Recipient.Handle, A.Letter()),
                "needs-shared-context",
                "recipient"
            );
            Assert.False(await MayAskAsync());
        }
    }

    [Fact]
    public async Task The_gate_asks_the_database_the_same_whether_the_other_is_on_the_roster()
    {
        var id = await Community.SharedAsync(GroupKind.Group, await Community.InsertAsync(), Sender);
        var (listed, hidden) = await Community.InsertTwoAsync();
        await Community.JoinAsync(listed, id);
        await Community.JoinAsync(hidden, id, listMe: false);
        foreach (var other in new[] { hidden, Recipient })
        {
            await Community.MustAsync(other, new EditPolicy.Command(PolicyKind.SharedContext, null, null));
        }

        await AskedAsync(Recipient, id); // once, so that nothing is prepared for the first time
        Assert.Equal(await AskedAsync(Recipient, id), await AskedAsync(hidden, id));
    }

    [Fact]
    public async Task A_policy_takes_a_confirmed_group_or_a_connection_and_the_list_agrees_with_the_gate()
    {
        await AsksForContextAsync();
        await AgreesAsync(may: false);

        var made = await Community.MakeAsync(Recipient);
        await Community.JoinAsync(Sender, made);
        await AgreesAsync(may: false);

        await Community.RecogniseAsync(made);
        await AgreesAsync(may: true);

        await Community.RecogniseAsync(made, recognised: false);
        await AgreesAsync(may: false);

        var link = await Community.InsertAsync();
        await Community.InsertConnectionAsync(Sender, link);
        await Community.InsertConnectionAsync(link, Recipient);
        await AgreesAsync(may: true);
        await Community.AskAsync(Sender, Recipient);
    }

    [Fact]
    public async Task A_shared_group_is_no_shared_connection()
    {
        await Community.SharedAsync(GroupKind.Group, Recipient, Sender);
        await Community.MustAsync(Recipient, new EditPolicy.Command(PolicyKind.SharedConnection, null, null));

        await Community.RefusedAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, A.Letter()),
            "needs-shared-connection",
            "recipient"
        );
        Assert.False(await MayAskAsync());
    }

    private Task AsksForContextAsync() =>
        Community.MustAsync(Recipient, new EditPolicy.Command(PolicyKind.SharedContext, null, null));

    private async Task AgreesAsync(bool may)
    {
        Assert.Equal(may, (await Community.QueryAsync(Sender, new ViewProfile.Query(Recipient.Handle)))!.MayAsk);
        Assert.Equal(may, await MayAskAsync());
    }

    private async Task<bool> MayAskAsync() =>
        (await Community.QueryAsync(Sender, new FindMembers.Query(Recipient.DisplayName)))
            .Items.Single(row => row.Handle == Recipient.Handle)
            .MayAsk;

    private SendRequest.Command Picking(string id) =>
        new(Recipient.Handle, A.Letter() with { Reason = Reason.SameGroup, ReasonDetail = null, Group = id });

    private async Task<List<string>> AskedAsync(Person recipient, string id)
    {
        var sql = Community.Sql.Listen();
        await Community.QueryAsync(Sender, new ViewProfile.Query(recipient.Handle));
        await Community.QueryAsync(Sender, new ComposeLetter.Query(recipient.Handle));
        await Community.SendAsync(
            Sender,
            new SendRequest.Command(recipient.Handle, A.Letter() with { Reason = Reason.SameGroup, Group = id })
        );
        return [.. sql];
    }

    private static IEnumerable<(string, bool)> Told(IEnumerable<SharedContext.Shared> groups) =>
        groups.Select(group => (group.Id, group.Confirmed));
}

public sealed class SharedContextTestsOnSqlite() : SharedContextTests(Database.Sqlite);

public sealed class SharedContextTestsOnPostgres() : SharedContextTests(Database.Postgres);
