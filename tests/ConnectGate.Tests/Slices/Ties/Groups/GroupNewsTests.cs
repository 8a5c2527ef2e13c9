using ConnectGate.Care.Administration;
using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation.Recognition;
using ConnectGate.Desk.Notifications;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>Notifications about groups, each sent once, and the acts of moderators.</summary>
public abstract class GroupNewsTests(Database database) : CommunityTests(database)
{
    private Person _organiser = null!;
    private Person _invited = null!;
    private string _id = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_organiser, _invited) = await Community.InsertTwoAsync();
        _id = await Community.MakeAsync(_organiser);
    }

    [Fact]
    public async Task An_invited_member_is_told_once_and_an_answer_ends_it()
    {
        await InviteAsync(_invited.Email);
        await Community.MustAsync(_organiser, new TakeBackInvitation.Command(_id, _invited.Email));
        await InviteAsync(_invited.Email);

        var told = Assert.Single(await NewsAsync(_invited));
        Assert.Equal(
            (NotificationKind.InvitedToGroup, _id, await Community.NameAsync(_id), null),
            (told.Kind, told.Subject, told.GroupName, told.Handle)
        );

        await Community.MustAsync(_invited, new AcceptInvitation.Command(_id, ListMe: true));
        Assert.True(Assert.Single(await NewsAsync(_invited)).Read);
    }

    [Fact]
    public async Task A_member_who_confirms_the_address_later_is_told_then_and_one_who_blocked_the_organiser_is_not()
    {
        await Community.MustAsync(_invited, new BlockMember.Command(_organiser.Handle));
        await Community.AskAsync(new AdmitAddress.Command("later@example.org"));
        await Community.AskAsync(AccountStories.Registration("later"));
        await InviteAsync($"{_invited.Email}\nlater@example.org");
        Assert.Empty(await NewsAsync(_invited));

        var id = (await Community.ConfirmAsync()).Opened!.AccountId;

        var later = new Person(id, "later", "Ada Lovelace", "later@example.org");
        Assert.Equal(NotificationKind.InvitedToGroup, Assert.Single(await NewsAsync(later)).Kind);
    }

    [Fact]
    public async Task A_removed_member_is_told_but_not_by_whom()
    {
        foreach (var _ in new[] { 1, 2 })
        {
            await Community.JoinAsync(_invited, _id);
            await Community.MustAsync(_organiser, new RemoveMember.Command(_id, _invited.Handle));
        }

        var news = await NewsAsync(_invited);
        Assert.Equal(2, news.Count);
        Assert.All(news, told =>
            Assert.Equal(
                (NotificationKind.RemovedFromGroup, null, _organiser.Handle),
                (told.Kind, told.Handle, _organiser.Handle)
            )
        );
        Assert.Null(await Community.QueryAsync(_invited, new ViewGroup.Query(_id)));
    }

    [Fact]
    public async Task Moderators_recognise_a_group_with_a_reason_in_the_log_and_nobody_else_does()
    {
        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        await Community.NotFoundAsync(
            _organiser,
            new RecogniseGroup.Command(_id, Recognised: true, "I made it myself.")
        );
        Assert.Null(await Community.QueryAsync(_organiser, new ReviewGroups.Query()));
        Assert.Null(await Community.QueryAsync(_organiser, new ReviewGroups.One(_id)));
        await Community.NotFoundAsync(
            moderator,
            new RecogniseGroup.Command("no-such-group", Recognised: true, "We know who organises it.")
        );
        await Community.RefusedAsync(
            moderator,
            new RecogniseGroup.Command(_id, Recognised: true, "Fine"),
            "reason-given-too-short",
            "reason"
        );
        Assert.Equal(
            [_id],
            (await Community.QueryAsync(moderator, new ReviewGroups.Query()))!.Items.Select(row => row.Id)
        );

        await Community.RefusedAsync(
            moderator,
            new RecogniseGroup.Command(await Community.MakeAsync(moderator), Recognised: true, "I made it myself."),
            "own-group",
            ""
        );

        await Community.MustAsync(
            moderator,
            new RecogniseGroup.Command(_id, Recognised: true, "We know who organises it.")
        );
        await Assert.ThrowsAsync<IllegalTransitionException>(() =>
            Community.SendAsync(
                moderator,
                new RecogniseGroup.Command(_id, Recognised: true, "We know who organises it.")
            )
        );
        Assert.Equal(
            [_id],
            (await Community.QueryAsync(moderator, new ReviewGroups.Query(Recognised: true)))!.Items.Select(row =>
                row.Id
            )
        );
        await Community.MustAsync(
            moderator,
            new RecogniseGroup.Command(_id, Recognised: false, "It is no longer what it says.")
        );

        var log = (await Community.QueryAsync(moderator, new ReadAudit.Query()))!.Items;
        Assert.Equal([AuditAct.TookBackRecognition, AuditAct.RecognisedGroup], log.Select(entry => entry.Act));
        Assert.Equal(
            (_id, "We know who organises it.", _organiser.Handle),
            (log[1].GroupId, log[1].Reason, log[1].SubjectHandle)
        );
    }

    private Task<InviteAttendees.Receipt> InviteAsync(string list) =>
        Community.MustAsync(_organiser, new InviteAttendees.Command(_id, list));

    private async Task<IReadOnlyList<ListNotifications.Row>> NewsAsync(Person member) =>
        (await Community.QueryAsync(member, new ListNotifications.Query())).Notifications.Items;
}

public sealed class GroupNewsTestsOnSqlite() : GroupNewsTests(Database.Sqlite);

public sealed class GroupNewsTestsOnPostgres() : GroupNewsTests(Database.Postgres);
