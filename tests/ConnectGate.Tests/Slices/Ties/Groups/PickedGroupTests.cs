using ConnectGate.Desk.Inbox;
using ConnectGate.Gate.Rules;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>A shared group or gathering as the detail of a reason.</summary>
public abstract class PickedGroupTests(Database database) : TwoMembersTests(database)
{
    private string _group = "";
    private string _gathering = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_group, _gathering) = (
            await Community.SharedAsync(GroupKind.Group, Recipient, Sender),
            await Community.SharedAsync(GroupKind.Gathering, Recipient, Sender)
        );
    }

    [Fact]
    public async Task It_is_the_detail_where_none_was_typed_and_its_reader_sees_that_it_is_confirmed()
    {
        var name = await Community.NameAsync(_gathering);

        var letter = await OpenAsync(Picking(Reason.SameEvent, _gathering));

        Assert.Equal((name, true), (letter.Picked!.Name, letter.Picked.Confirmed));
        Assert.Equal(name, letter.ReasonDetail);
        Assert.Equal(name, (await Community.QueryAsync(Sender, new SentRequests.Query())).Items.Single().ReasonDetail);
    }

    [Fact]
    public async Task Words_typed_beside_a_picked_group_stay_the_senders()
    {
        var letter = await OpenAsync(Picking(Reason.SameGroup, _group) with { ReasonDetail = "I keep its charts" });

        Assert.Equal(("I keep its charts", true), (letter.ReasonDetail, letter.Picked!.Confirmed));
    }

    [Fact]
    public async Task Without_one_it_is_the_senders_claim() =>
        Assert.Null(
            (
                await OpenAsync(
                    A.Letter() with
                    {
                        Reason = Reason.SameGroup,
                        ReasonDetail = await Community.NameAsync(_group),
                    }
                )
            ).Picked
        );

    [Fact]
    public async Task It_is_confirmed_no_more_when_a_moderator_takes_that_back()
    {
        var id = await Community.DeliverAsync(Sender, Recipient, Picking(Reason.SameGroup, _group));

        await Community.RecogniseAsync(_group, recognised: false);

        Assert.False((await Community.MustAsync(Recipient, new OpenRequest.Command(id))).Picked!.Confirmed);
    }

    [Fact]
    public async Task It_fits_the_reason_or_is_refused()
    {
        await RefusedAsync(Picking(Reason.SameEvent, _group), SharedGroupRule.OtherReason);
        await RefusedAsync(Picking(Reason.SameGroup, _gathering), SharedGroupRule.OtherReason);
        await RefusedAsync(A.Letter() with { Group = _group }, SharedGroupRule.OtherReason);
        await RefusedAsync(Picking(Reason.SameGroup, await Community.MakeAsync(Sender)), SharedGroupRule.Code);
        await RefusedAsync(Picking(Reason.SameGroup, "no-such-group"), SharedGroupRule.Code);
    }

    [Fact]
    public async Task A_correction_keeps_it_changes_it_and_takes_it_out()
    {
        var sent = await Community.MustAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, Picking(Reason.SameGroup, _group))
        );
        var begins = (await Community.QueryAsync(Sender, new CorrectRequest.Query(sent.Id)))!;
        Assert.Equal((_group, null), (begins.Letter.Group, begins.Letter.ReasonDetail));
        Assert.Equal(2, begins.SharedGroups.Count);

        await Community.MustAsync(Recipient, new ListMe.Command(_gathering, Listed: true));
        await Community.MustAsync(Sender, new ListMe.Command(_group, Listed: false)); // what it was sent with stays
        await Community.MustAsync(Sender, new CorrectRequest.Command(sent.Id, begins.Letter));
        await Community.MustAsync(Sender, new CorrectRequest.Command(sent.Id, Picking(Reason.SameEvent, _gathering)));
        Assert.Equal(
            await Community.NameAsync(_gathering),
            (await Community.QueryAsync(Sender, new SentRequests.Query())).Items.Single().ReasonDetail
        );
        await Community.RefusedAsync(
            Sender,
            new CorrectRequest.Command(sent.Id, Picking(Reason.SameGroup, _group)),
            SharedGroupRule.Code,
            "group"
        );

        await Community.MustAsync(Sender, new CorrectRequest.Command(sent.Id, A.Letter()));
        Assert.Null((await Community.QueryAsync(Sender, new CorrectRequest.Query(sent.Id)))!.Letter.Group);
    }

    [Fact]
    public async Task Its_writer_is_told_that_one_could_be_picked()
    {
        var asks = A.Letter() with { Reason = Reason.SameEvent, ReasonDetail = "The days at the lock" };

        Assert.Contains(
            await Community.NameAsync(_gathering),
            Assert.Single((await CheckAsync(asks)).Help, help => help.Code == "pick-shared-group").Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain((await CheckAsync(asks with { Group = _gathering })).Help, help =>
            help.Code == "pick-shared-group"
        );
        Assert.DoesNotContain((await CheckAsync(A.Letter())).Help, help => help.Code == "pick-shared-group");
    }

    private static Letter Picking(Reason reason, string group) =>
        A.Letter() with
        {
            Reason = reason,
            ReasonDetail = null,
            Group = group,
        };

    private async Task<LetterView> OpenAsync(Letter letter) =>
        await Community.MustAsync(
            Recipient,
            new OpenRequest.Command(await Community.DeliverAsync(Sender, Recipient, letter))
        );

    private Task RefusedAsync(Letter letter, string code) =>
        Community.RefusedAsync(Sender, new SendRequest.Command(Recipient.Handle, letter), code, "group");

    private async Task<CheckRequest.View> CheckAsync(Letter letter) =>
        (await Community.QueryAsync(Sender, new CheckRequest.Query(Recipient.Handle, letter)))!;
}

public sealed class PickedGroupTestsOnSqlite() : PickedGroupTests(Database.Sqlite);

public sealed class PickedGroupTestsOnPostgres() : PickedGroupTests(Database.Postgres);
