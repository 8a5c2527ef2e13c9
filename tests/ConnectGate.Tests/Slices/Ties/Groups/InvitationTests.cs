using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>An attendee list: the people who may accept, and the facts that the organisers learn.</summary>
public abstract class InvitationTests(Database database) : CommunityTests(database)
{
    private Person _organiser = null!;
    private Person _invited = null!;
    private string _id = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_organiser, _invited) = await Community.InsertTwoAsync();
        _id = await Community.MakeAsync(_organiser, GroupKind.Gathering);
    }

    [Fact]
    public async Task A_list_is_read_line_by_line_and_a_wrong_line_is_told_by_its_number()
    {
        var receipt = await InviteAsync(
            "\uFEFFName;E-Mail;Seat\r\n\"Ada, first\";ada@example.org;1\r\nBroken;not an address;2\r\n"
                + ";BOB@example.org;\r\n\"unclosed;carl@example.org;4\r\nDora;ada@EXAMPLE.org;5\r\n"
        );
        Assert.Equal((2, 0), (receipt.Invited, receipt.WereInvited));
        Assert.Equal([3, 5], receipt.WrongLines);

        receipt = await InviteAsync("ada@example.org\nerna@example.org\n\nnobody\nFay,fay@example.org");
        Assert.Equal((2, 1), (receipt.Invited, receipt.WereInvited));
        Assert.Equal([4], receipt.WrongLines);
        Assert.Equal(
            ["BOB@example.org", "ada@example.org", "erna@example.org", "fay@example.org"],
            (await InvitedAsync()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_list_is_refused_that_has_no_address_or_too_many()
    {
        await RefusedAsync(" ", "list-missing");
        await RefusedAsync("Ada\nBob", "list-without-addresses");
        await RefusedAsync(
            string.Join('\n', Enumerable.Range(0, AttendeeList.MostLines + 1).Select(number => $"a{number}@b.org")),
            "list-too-long"
        );
        await RefusedAsync(new string('a', AttendeeList.Longest + 1), "list-too-long");
        var crowd = string.Join(
            '\n',
            Enumerable.Range(0, Invitation.Most + 1).Select(number => $"a{number}@example.org")
        );
        await RefusedAsync(crowd, "too-many-invitations");
        await Community.RecogniseAsync(_id);
        Assert.Equal(Invitation.Most + 1, (await InviteAsync(crowd)).Invited);
    }

    [Fact]
    public async Task An_attendee_counts_only_after_accepting_and_chooses_whether_to_be_listed()
    {
        await InviteAsync(_invited.Email.ToUpperInvariant());
        Assert.Equal([_organiser.Handle], await Community.RosterAsync(_organiser, _id));
        Assert.Equal([_id], await InvitationsAsync(_invited));
        Assert.Equal(_id, (await Community.QueryAsync(_invited, new AcceptInvitation.Query(_id)))!.Id);
        Assert.Null(await Community.QueryAsync(_invited, new ViewGroup.Query(_id)));

        await Community.MustAsync(_invited, new AcceptInvitation.Command(_id, ListMe: false));

        Assert.Equal([_invited.Handle, _organiser.Handle], await Community.RosterAsync(_organiser, _id));
        Assert.Equal([_organiser.Handle], await Community.RosterAsync(_invited, _id));
        Assert.Empty(await InvitedAsync());
        Assert.Empty(await InvitationsAsync(_invited));
        await Community.NotFoundAsync(_invited, new AcceptInvitation.Command(_id, ListMe: true));
    }

    [Fact]
    public async Task To_the_organisers_it_reads_invited_whether_nobody_has_the_address_or_its_owner_declined()
    {
        await InviteAsync($"{_invited.Email}\nnobody@example.org");
        var before = await Community.QueryAsync(_organiser, new ListInvited.Query(_id));

        await Community.MustAsync(_invited, new DeclineInvitation.Command(_id));

        Assert.Equal(
            before!.Invited.Items,
            (await Community.QueryAsync(_organiser, new ListInvited.Query(_id)))!.Invited.Items
        );
        Assert.Empty(await InvitationsAsync(_invited));
        Assert.Equal(
            (0, 2),
            await InviteAsync($"{_invited.Email}\nnobody@example.org") is var again
                ? (again.Invited, again.WereInvited)
                : default
        );
        Assert.Empty(await InvitationsAsync(_invited));
    }

    [Fact]
    public async Task Inviting_an_address_asks_the_database_the_same_whether_somebody_has_it()
    {
        await InviteAsync("warm@example.org");
        var some = Community.Sql.Listen();
        await InviteAsync(_invited.Email);
        var asked = some.ToList();
        var none = Community.Sql.Listen();
        await InviteAsync("nobody@example.org");

        Assert.Equal(Statements(asked), Statements(none));

        // Several statements can be sent as one. Only the notification may differ.
        static IEnumerable<string> Statements(IEnumerable<string> sent) =>
            sent.SelectMany(sql =>
                    sql.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Where(statement => !statement.Contains("Notifications", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_for_a_confirmed_address_and_waits_for_who_registers_later()
    {
        await InviteAsync("later@example.org");
        await InviteAsync(_invited.Email);
        await Community.InDatabaseAsync(context =>
            context
                .Users.Where(account => account.Id == _invited.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(account => account.EmailConfirmed, false),
                    TestContext.Current.CancellationToken
                )
        );
        Assert.Empty(await InvitationsAsync(_invited));
        await Community.NotFoundAsync(_invited, new AcceptInvitation.Command(_id, ListMe: true));

        var later = await Community.InsertAsync(new NewMember("later", "Came later"));

        Assert.Equal([_id], await InvitationsAsync(later));
        await Community.MustAsync(later, new AcceptInvitation.Command(_id, ListMe: true));
    }

    [Fact]
    public async Task Nobody_accepts_what_was_taken_back_closed_or_meant_for_another()
    {
        await InviteAsync(_invited.Email);
        await Community.NotFoundAsync(await Community.InsertAsync(), new AcceptInvitation.Command(_id, ListMe: true));

        await Community.MustAsync(_organiser, new TakeBackInvitation.Command(_id, _invited.Email));
        await Community.NotFoundAsync(_invited, new AcceptInvitation.Command(_id, ListMe: true));

        await InviteAsync(_invited.Email);
        await Community.MustAsync(_organiser, new CloseGroup.Command(_id));
        await Community.NotFoundAsync(_invited, new AcceptInvitation.Command(_id, ListMe: true));
        await Community.NotFoundAsync(_organiser, new InviteAttendees.Command(_id, "more@example.org"));
    }

    private Task<InviteAttendees.Receipt> InviteAsync(string list) =>
        Community.MustAsync(_organiser, new InviteAttendees.Command(_id, list));

    private Task RefusedAsync(string list, string code) =>
        Community.RefusedAsync(_organiser, new InviteAttendees.Command(_id, list), code, "list");

    private async Task<IEnumerable<string>> InvitedAsync() =>
        (await Community.QueryAsync(_organiser, new ListInvited.Query(_id)))!.Invited.Items.Select(row => row.Email);

    private async Task<IEnumerable<string>> InvitationsAsync(Person member) =>
        (await Community.QueryAsync(member, new ListGroups.Query(GroupKind.Gathering))).Invitations.Select(row =>
            row.Id
        );
}

public sealed class InvitationTestsOnSqlite() : InvitationTests(Database.Sqlite);

public sealed class InvitationTestsOnPostgres() : InvitationTests(Database.Postgres);
