using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>How a group or gathering is made, joined, organised, left and closed.</summary>
public abstract class GroupTests(Database database) : CommunityTests(database)
{
    private Person _organiser = null!;
    private Person _member = null!;
    private Person _stranger = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_organiser, _member, _stranger) = await Community.InsertThreeAsync();
    }

    [Fact]
    public async Task The_maker_of_a_gathering_organises_it_and_is_on_its_roster()
    {
        var details = GroupStories.GatheringDetails();
        var id = await Community.MakeAsync(_organiser, GroupKind.Gathering, details);

        var view = (await Community.QueryAsync(_organiser, new ViewGroup.Query(id)))!;

        Assert.True(view is { Organised: true, Listed: true, Group: { Recognised: false, Closed: false } });
        Assert.Equal(
            (details.Name, details.About, details.BeginsOn, details.EndsOn, details.Place),
            (view.Group.Name, view.Group.About, view.Group.BeginsOn, view.Group.EndsOn, view.Group.Place)
        );
        Assert.Equal([_organiser.Handle], view.Group.Organisers.Select(person => person.Handle));
        Assert.Null(await Community.QueryAsync(_stranger, new ViewGroup.Query(id)));
        Assert.Equal(details.BeginsOn, (await MadeWithAsync(details with { EndsOn = null })).EndsOn);
    }

    [Fact]
    public async Task A_groups_details_are_refused_each_at_its_field()
    {
        await RefusedAsync(GroupKind.Group, GroupStories.Details() with { Name = " " }, "group-name-missing", "name");
        await RefusedAsync(
            GroupKind.Group,
            GroupStories.Details() with
            {
                Name = "Tide",
            },
            "group-name-too-short",
            "name"
        );
        await RefusedAsync(
            GroupKind.Group,
            GroupStories.Details() with
            {
                Name = new string('a', 81),
            },
            "group-name-too-long",
            "name"
        );
        await RefusedAsync(
            GroupKind.Group,
            GroupStories.Details() with
            {
                Name = "Tide\u200Breaders",
            },
            "group-name-hides-characters",
            "name"
        );
        await RefusedAsync(
            GroupKind.Group,
            GroupStories.Details() with
            {
                About = new string('a', 1_001),
            },
            "group-about-too-long",
            "about"
        );
        await RefusedAsync(
            GroupKind.Group,
            GroupStories.Details() with
            {
                About = "You are all stupid idiots.",
            },
            "abuse",
            "about"
        );
        await RefusedAsync((GroupKind)9, GroupStories.Details(), "group-kind-missing", "kind");
        await RefusedAsync(
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                BeginsOn = null,
            },
            "begins-on-missing",
            "beginsOn"
        );
        await RefusedAsync(
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                BeginsOn = new DateOnly(1980, 1, 1),
            },
            "begins-on-out-of-range",
            "beginsOn"
        );
        await RefusedAsync(
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                EndsOn = new DateOnly(2026, 5, 13),
            },
            "ends-on-out-of-range",
            "endsOn"
        );
        await RefusedAsync(
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                EndsOn = new DateOnly(2026, 6, 14),
            },
            "ends-on-out-of-range",
            "endsOn"
        );
        await RefusedAsync(
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                Place = "",
            },
            "place-missing",
            "place"
        );
    }

    [Fact]
    public async Task One_joins_by_the_code_as_it_was_read_out_and_belongs_once()
    {
        var id = await Community.MakeAsync(_organiser);
        var code = await Community.CodeAsync(id);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{8}$", code);
        Assert.Equal(
            await Community.NameAsync(id),
            (await Community.QueryAsync(_member, new JoinGroup.Query(code))).Group!.Name
        );

        await Community.MustAsync(
            _member,
            new JoinGroup.Command($" {code[..4].ToLowerInvariant()}-{code[4..]} ", ListMe: false)
        );
        await Community.MustAsync(_member, new JoinGroup.Command(code, ListMe: true));

        Assert.Equal([_organiser.Handle], await Community.RosterAsync(_member, id)); // joining again changes nothing
        Assert.Equal([_member.Handle, _organiser.Handle], await Community.RosterAsync(_organiser, id));
        Assert.Equal(2, await Community.CountAsync<Membership>());
    }

    [Fact]
    public async Task Joining_twice_at_once_gives_one_membership()
    {
        var id = await Community.MakeAsync(_organiser);
        var code = await Community.CodeAsync(id);

        await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Community.SendAsync(_member, new JoinGroup.Command(code, ListMe: true)))
        );

        Assert.Equal(2, await Community.CountAsync<Membership>());
    }

    [Fact]
    public async Task A_wrong_an_old_and_a_closed_groups_code_open_nothing_and_guesses_are_counted()
    {
        var (id, closed) = (await Community.MakeAsync(_organiser), await Community.MakeAsync(_organiser));
        var (old, right) = (await Community.CodeAsync(id), "");
        await Community.MustAsync(_organiser, new ChangeJoinCode.Command(id));
        await Community.MustAsync(_organiser, new CloseGroup.Command(closed));
        right = await Community.CodeAsync(id);

        await Community.RefusedAsync(_member, new JoinGroup.Command("", ListMe: true), "join-code-missing", "code");
        foreach (var wrong in new[] { "ABCD", old, await Community.CodeAsync(closed) })
        {
            await Community.RefusedAsync(
                _member,
                new JoinGroup.Command(wrong, ListMe: true),
                "join-code-wrong",
                "code"
            );
        }

        for (var guess = 3; guess < CodeGuesses.Wrong.Most; guess++)
        {
            Assert.Equal(
                "join-code-wrong",
                (await Community.QueryAsync(_member, new JoinGroup.Query("22222222"))).Refusal!.Code
            );
        }

        await Community.RefusedAsync(
            _member,
            new JoinGroup.Command(right, ListMe: true),
            "too-many-join-codes",
            "code"
        );
        await Community.JoinAsync(_stranger, id);
        Community.Advance(CodeGuesses.Wrong.Window);
        await Community.JoinAsync(_member, id);
    }

    [Fact]
    public async Task A_roster_shows_members_who_agreed_and_organisers_everybody()
    {
        var id = await Community.MakeAsync(_organiser);
        await Community.JoinAsync(_member, id);
        await Community.JoinAsync(_stranger, id, listMe: false);
        Assert.Equal([_member.Handle, _organiser.Handle], await Community.RosterAsync(_member, id));
        Assert.Equal(
            [_stranger.Handle, _member.Handle, _organiser.Handle],
            await Community.RosterAsync(_organiser, id)
        );

        await Community.MustAsync(_stranger, new ListMe.Command(id, Listed: true));
        await Community.MustAsync(_member, new ListMe.Command(id, Listed: false));
        Assert.Equal([_stranger.Handle, _organiser.Handle], await Community.RosterAsync(_member, id));

        await Community.RefusedAsync(_organiser, new ListMe.Command(id, Listed: false), "organiser-listed", "listed");
        await Community.SuspendAsync(_stranger);
        Assert.Equal([_organiser.Handle], await Community.RosterAsync(_member, id));
    }

    [Fact]
    public async Task Organisers_name_each_other_and_the_last_one_stays()
    {
        var id = await Community.MakeAsync(_organiser);
        await Community.JoinAsync(_member, id, listMe: false);
        await Community.RefusedAsync(
            _organiser,
            new OrganiseGroup.Command(id, _member.Handle, Organises: true),
            "organiser-not-listed",
            "handle"
        );
        await Community.RefusedAsync(_organiser, new LeaveGroup.Command(id), "last-organiser", "");
        await Community.RefusedAsync(
            _organiser,
            new OrganiseGroup.Command(id, _organiser.Handle, Organises: false),
            "last-organiser",
            ""
        );

        await Community.MustAsync(_member, new ListMe.Command(id, Listed: true));
        await Community.MustAsync(_organiser, new OrganiseGroup.Command(id, _member.Handle, Organises: true));
        await Community.RefusedAsync(_member, new RemoveMember.Command(id, _organiser.Handle), "organiser-removed", "");
        await Task.WhenAll(
            Community.SendAsync(_organiser, new OrganiseGroup.Command(id, _member.Handle, Organises: false)),
            Community.SendAsync(_member, new OrganiseGroup.Command(id, _organiser.Handle, Organises: false)),
            Community.SendAsync(_organiser, new LeaveGroup.Command(id))
        );

        Assert.Equal(
            1,
            await Community.InDatabaseAsync(context =>
                Task.FromResult(context.Memberships.Count(membership => membership.IsOrganiser))
            )
        );
    }

    [Fact]
    public async Task Another_name_day_or_place_takes_the_recognition_back_and_another_description_does_not()
    {
        var details = GroupStories.GatheringDetails();
        var id = await Community.MakeAsync(_organiser, GroupKind.Gathering, details);
        await Community.RecogniseAsync(id);

        await Community.MustAsync(
            _organiser,
            new EditGroup.Command(id, GroupKind.Gathering, details with { About = "Bring a chart." })
        );
        Assert.True((await Community.QueryAsync(_organiser, new EditGroup.Query(id)))!.Recognised);

        await Community.MustAsync(
            _organiser,
            new EditGroup.Command(id, GroupKind.Gathering, details with { Place = "Somewhere else" })
        );
        Assert.False((await Community.QueryAsync(_organiser, new EditGroup.Query(id)))!.Recognised);
        await Community.NotFoundAsync(_organiser, new EditGroup.Command(id, GroupKind.Group, GroupStories.Details()));
    }

    [Fact]
    public async Task A_member_makes_ten_that_nobody_has_recognised_and_no_more_at_once()
    {
        var first = await Community.MakeAsync(_organiser);
        for (var number = 2; number < MakeGroup.MostUnrecognised; number++)
        {
            await Community.MakeAsync(_organiser);
        }

        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ =>
                    Community.SendAsync(_organiser, new MakeGroup.Command(GroupKind.Group, GroupStories.Details()))
                )
        );

        Assert.Equal(MakeGroup.MostUnrecognised, await Community.CountAsync<Group>());
        await RefusedAsync(GroupKind.Group, GroupStories.Details(), "too-many-groups", "");
        await Community.MustAsync(_organiser, new CloseGroup.Command(first));
        await Community.MakeAsync(_organiser);
    }

    [Fact]
    public async Task A_closed_one_and_one_whose_days_are_over_are_past()
    {
        var (group, gathering) = (
            await Community.MakeAsync(_organiser),
            await Community.MakeAsync(_organiser, GroupKind.Gathering)
        );
        Assert.Equal([group], await MineAsync(GroupKind.Group, past: false));
        Assert.Equal([gathering], await MineAsync(GroupKind.Gathering, past: false));

        await Community.MustAsync(_organiser, new CloseGroup.Command(group));
        Community.Advance(new DateTime(2026, 5, 16, 0, 0, 0, DateTimeKind.Utc) - Community.Clock.Now);

        Assert.Empty(await MineAsync(GroupKind.Group, past: false));
        Assert.Equal([group], await MineAsync(GroupKind.Group, past: true));
        Assert.Equal([gathering], await MineAsync(GroupKind.Gathering, past: true));
        await Community.JoinAsync(_member, gathering); // who was there may still say so
        await Assert.ThrowsAsync<IllegalTransitionException>(() =>
            Community.SendAsync(_organiser, new CloseGroup.Command(group))
        );
    }

    [Fact]
    public async Task A_list_of_them_is_read_page_by_page()
    {
        for (var number = 0; number < 22; number++)
        {
            Community.Advance(TimeSpan.FromMinutes(1));
            var other = await Community.InsertAsync();
            await Community.JoinAsync(_member, await Community.MakeAsync(other));
            await Community.JoinAsync(_member, await Community.MakeAsync(other, GroupKind.Gathering));
        }

        foreach (var kind in Enum.GetValues<GroupKind>())
        {
            var first = (await Community.QueryAsync(_member, new ListGroups.Query(kind))).Mine;
            var second = (
                await Community.QueryAsync(_member, new ListGroups.Query(kind, Past: false, first.Next))
            ).Mine;
            Assert.Equal((20, 2, null), (first.Items.Count, second.Items.Count, second.Next));
            Assert.Equal(22, first.Items.Concat(second.Items).Select(row => row.Id).Distinct().Count());
        }
    }

    [Fact]
    public async Task A_member_who_does_not_organise_changes_nothing_and_a_stranger_finds_nothing()
    {
        var id = await Community.MakeAsync(_organiser);
        await Community.JoinAsync(_member, id);
        foreach (var person in new[] { _member, _stranger })
        {
            await Community.NotFoundAsync(person, new EditGroup.Command(id, GroupKind.Group, GroupStories.Details()));
            await Community.NotFoundAsync(person, new ChangeJoinCode.Command(id));
            await Community.NotFoundAsync(person, new CloseGroup.Command(id));
            await Community.NotFoundAsync(person, new OrganiseGroup.Command(id, _member.Handle, Organises: true));
            await Community.NotFoundAsync(person, new RemoveMember.Command(id, _member.Handle));
            await Community.NotFoundAsync(person, new InviteAttendees.Command(id, "a@example.org"));
            await Community.NotFoundAsync(person, new TakeBackInvitation.Command(id, "a@example.org"));
            Assert.Null(await Community.QueryAsync(person, new EditGroup.Query(id)));
            Assert.Null(await Community.QueryAsync(person, new ListInvited.Query(id)));
        }

        Assert.Null((await Community.QueryAsync(_member, new ViewGroup.Query(id)))!.JoinCode);
        await Community.NotFoundAsync(_stranger, new ListMe.Command(id, Listed: true));
        await Community.NotFoundAsync(_stranger, new LeaveGroup.Command(id));
        Assert.Null(await Community.QueryAsync(_stranger, new ViewRoster.Query(id)));
        await Community.NotFoundAsync(_organiser, new RemoveMember.Command(id, _stranger.Handle));
    }

    [Fact]
    public async Task A_suspended_member_can_leave_and_nothing_else()
    {
        var (id, other) = (await Community.MakeAsync(_organiser), await Community.MakeAsync(_stranger));
        await Community.JoinAsync(_member, id);
        await Community.SuspendAsync(_organiser);
        await Community.SuspendAsync(_member);

        await Community.RefusedAsync(
            _organiser,
            new MakeGroup.Command(GroupKind.Group, GroupStories.Details()),
            "suspended",
            ""
        );
        await Community.RefusedAsync(
            _organiser,
            new EditGroup.Command(id, GroupKind.Group, GroupStories.Details()),
            "suspended",
            ""
        );
        await Community.RefusedAsync(_organiser, new InviteAttendees.Command(id, "a@example.org"), "suspended", "");
        await Community.RefusedAsync(_organiser, new RemoveMember.Command(id, _member.Handle), "suspended", "");
        await Community.RefusedAsync(
            _member,
            new JoinGroup.Command(await Community.CodeAsync(other), ListMe: true),
            "suspended",
            ""
        );
        await Community.MustAsync(_member, new LeaveGroup.Command(id));
    }

    private async Task<EditGroup.View> ViewAsync(string id) =>
        (await Community.QueryAsync(_organiser, new EditGroup.Query(id)))!;

    private async Task<GroupDetails> MadeWithAsync(GroupDetails details) =>
        (await ViewAsync(await Community.MakeAsync(_organiser, GroupKind.Gathering, details))).Details;

    private async Task<IEnumerable<string>> MineAsync(GroupKind kind, bool past) =>
        (await Community.QueryAsync(_organiser, new ListGroups.Query(kind, past))).Mine.Items.Select(row => row.Id);

    private Task RefusedAsync(GroupKind kind, GroupDetails details, string code, string field) =>
        Community.RefusedAsync(_organiser, new MakeGroup.Command(kind, details), code, field);
}

public sealed class GroupTestsOnSqlite() : GroupTests(Database.Sqlite);

public sealed class GroupTestsOnPostgres() : GroupTests(Database.Postgres);
