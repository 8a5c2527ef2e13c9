using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Registering;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.People.Members.Deletion;

/// <summary>What others see of a former member, and what binds the next member with the same address.</summary>
public abstract class FormerMemberTests(Database database) : CommunityTests(database)
{
    protected override Dictionary<string, string?> Settings { get; } =
        new(StringComparer.Ordinal) { ["Admission:By"] = "Open" };

    private Person _ada = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _ada = await Community.InsertAsync(new NewMember("ada", "Ada Lovelace") { CanSignIn = true });
    }

    [Fact]
    public async Task Blocks_suspensions_and_waiting_times_bind_whoever_registers_with_the_address_again()
    {
        var (blocker, blocked) = await Community.InsertTwoAsync();
        var (asked, never) = await Community.InsertTwoAsync();
        var stranger = await Community.InsertAsync();
        await Community.MustAsync(blocker, new BlockMember.Command(_ada.Handle));
        await Community.MustAsync(_ada, new BlockMember.Command(blocked.Handle));
        await Community.DeliverAsync(_ada, asked);
        var sentAt = Community.Clock.Now.AddMinutes(-5);
        var declined = await Community.DeliverAsync(_ada, never);
        await Community.MustAsync(never, new DeclineRequest.Command(declined, ForGood: true, null));
        await Community.SuspendAsync(_ada);
        await Community.EraseAsync(_ada);

        var again = await RegisterAsync("ada");

        Assert.NotEqual(_ada.Id, again.Id);
        Assert.Equal(
            [(blocker.Id, again.Id), (again.Id, blocked.Id)],
            await Community.InDatabaseAsync(async context =>
                (await context.Blocks.OrderBy(block => block.Id).ToListAsync()).Select(block =>
                    (block.BlockerId, block.BlockedId)
                )
            )
        );
        Assert.Equal("recipient:suspended", (await AskAsync(again, stranger)).Codes());
        await Community.InDatabaseAsync(context => context.Suspensions.ExecuteDeleteAsync());
        var early = Assert.Single((await AskAsync(again, asked)).Refusals);
        Assert.Equal(AgainTooSoonRule.Code, early.Code);
        Assert.False((await AskAsync(again, never)).Succeeded);
        Assert.False((await AskAsync(again, blocker)).Succeeded);
        Assert.True((await AskAsync(again, stranger)).Succeeded);
        Community.Advance(sentAt.AddDays(120).AddMinutes(1) - Community.Clock.Now);
        Assert.True((await AskAsync(again, asked)).Succeeded);
        Assert.False((await AskAsync(again, never)).Succeeded);
    }

    [Fact]
    public async Task Another_address_is_bound_by_nothing_and_does_not_get_the_handle()
    {
        var asked = await Community.InsertAsync();
        await Community.DeliverAsync(_ada, asked);
        await Community.EraseAsync(_ada);

        await Community.AskAsync(AccountStories.Registration("ada") with { Email = "other@example.org" });
        var refused = await Community.ConfirmAsync();
        Assert.Equal("handle:handle-taken", refused.Refusals.Codes());

        var other = await RegisterAsync("other");
        Assert.True((await AskAsync(other, asked)).Succeeded);
    }

    [Fact]
    public async Task An_opened_letter_stays_from_a_former_member_and_is_marked_as_withdrawn_and_an_unopened_one_goes()
    {
        var (opened, unopened) = await Community.InsertTwoAsync();
        var letter = await Community.DeliverAsync(_ada, opened);
        await Community.MustAsync(opened, new OpenRequest.Command(letter));
        var other = await Community.DeliverAsync(_ada, unopened);

        await Community.EraseAsync(_ada);

        var view = await Community.MustAsync(opened, new OpenRequest.Command(letter));
        Assert.Equal(("Former member", true), (view.Sender.DisplayName, view.Withdrawn));
        Assert.True((await Community.SendAsync(unopened, new OpenRequest.Command(other))).IsNotFound);
        Assert.Empty(await Community.WaitingAsync(unopened));
    }

    [Fact]
    public async Task A_letter_to_a_former_member_looks_to_its_sender_like_one_without_an_answer()
    {
        var (one, other) = await Community.InsertTwoAsync();
        var quiet = await Community.InsertAsync();
        await Community.DeliverAsync(one, _ada);
        await Community.DeliverAsync(other, quiet);

        await Community.EraseAsync(_ada);

        Assert.Equal((await Community.SentAsync(other)).State, (await Community.SentAsync(one)).State);
        Community.Advance(TimeSpan.FromDays(60));
        Assert.Equal((await Community.SentAsync(other)).State, (await Community.SentAsync(one)).State);
    }

    [Fact]
    public async Task The_first_on_the_roster_organises_the_group_of_a_former_member_and_an_empty_one_is_closed()
    {
        var (heir, later) = await Community.InsertTwoAsync();
        var shared = await Community.SharedAsync(GroupKind.Group, _ada, heir, later);
        var alone = await Community.MakeAsync(_ada);

        await Community.EraseAsync(_ada);

        var groups = await Community.InDatabaseAsync(context =>
            context.Groups.OrderBy(group => group.Id).ToListAsync()
        );
        Assert.Equal((null, Community.Clock.Now), (groups[0].ClosedAt, groups[1].ClosedAt!.Value));
        Assert.Equal([shared, alone], groups.Select(group => group.PublicId));
        var members = await Community.InDatabaseAsync(context =>
            context
                .Memberships.OrderBy(one => one.Id)
                .Select(one => new { one.MemberId, one.IsOrganiser })
                .ToListAsync()
        );
        Assert.Equal([(heir.Id, true), (later.Id, false)], members.Select(one => (one.MemberId, one.IsOrganiser)));
    }

    private Task<Outcome<SendRequest.Receipt>> AskAsync(Person sender, Person recipient) =>
        Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, A.AnotherLetter()));

    private async Task<Person> RegisterAsync(string name)
    {
        await Community.AskAsync(AccountStories.Registration(name));
        var opened = (await Community.ConfirmAsync()).Opened;
        Assert.NotNull(opened);
        return new Person(opened.AccountId, name, "Ada Lovelace", $"{name}@example.org");
    }
}

public sealed class FormerMemberTestsOnSqlite() : FormerMemberTests(Database.Sqlite);

public sealed class FormerMemberTestsOnPostgres() : FormerMemberTests(Database.Postgres);
