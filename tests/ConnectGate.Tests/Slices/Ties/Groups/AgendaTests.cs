using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Letters.Asking;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Joining;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Ties.Groups;

/// <summary>The agenda of a gathering: its time, its readers, and what becomes of an entry.</summary>
public abstract class AgendaTests(Database database) : CommunityTests(database)
{
    private static readonly DateTime FirstDay = new(2026, 5, 14, 0, 0, 0, DateTimeKind.Utc),
        LastDay = new(2026, 5, 15, 0, 0, 0, DateTimeKind.Utc);

    private Person _organiser = null!,
        _author = null!,
        _reader = null!;

    private string _id = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_organiser, _author, _reader) = await Community.InsertThreeAsync();
        _id = await Community.SharedAsync(GroupKind.Gathering, _organiser, _author);
        await Community.JoinAsync(_reader, _id, listMe: false);
        Until(FirstDay);
    }

    [Fact]
    public async Task It_is_open_from_two_weeks_before_until_two_weeks_after()
    {
        await using var community = await Community.NewAsync(Database);
        var (author, reader, stranger) = await community.InsertThreeAsync();
        var id = await community.MakeAsync(author, GroupKind.Gathering);
        await community.JoinAsync(reader, id);
        community.Advance(FirstDay.AddDays(-AgendaEntry.DaysBefore).AddSeconds(-1) - community.Clock.Now);
        await community.RefusedAsync(author, Lines(id), "agenda-not-open", "");
        Assert.False(await IsOpenAsync());

        community.Advance(TimeSpan.FromSeconds(1));
        await community.MustAsync(author, Lines(id));
        Assert.True(await IsOpenAsync());
        Assert.Null(await community.QueryAsync(stranger, new ReadAgenda.Query(id)));
        await community.NotFoundAsync(stranger, Lines(id));
        community.Advance(LastDay.AddDays(AgendaEntry.DaysAfter + 1).AddSeconds(-1) - community.Clock.Now);
        Assert.True(await IsOpenAsync());

        community.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await IsOpenAsync());
        await community.RefusedAsync(author, Lines(id), "agenda-not-open", "");
        // Its author alone still sees it, and can remove it.
        Assert.NotNull((await community.QueryAsync(author, new ReadAgenda.Query(id)))!.Mine);
        await community.MustAsync(author, new WriteAgendaEntry.Command(id, null, null));

        async Task<bool> IsOpenAsync()
        {
            var view = (await community.QueryAsync(reader, new ReadAgenda.Query(id)))!;
            Assert.Equal(view.IsOpen, view.MayWrite);
            return view.IsOpen && view.Others.Items is [{ Lines: { ComesFor: "The old gauge", CanGive: "A lamp" } }];
        }
    }

    [Fact]
    public async Task An_entry_is_written_changed_and_removed()
    {
        await Community.RefusedAsync(_author, Lines(_id, "\u200B", " "), "agenda-missing", "comesFor");
        await Community.MustAsync(_author, Lines(_id, "The old gauge", null));
        Assert.Equal("", Assert.Single(await ReadAsync(_organiser)).Lines.CanGive);
        await Community.MustAsync(_author, Lines(_id, "", "A lamp"));
        Assert.Equal(new ReadAgenda.Lines("", "A lamp"), Assert.Single(await ReadAsync(_organiser)).Lines);
        Assert.Empty(await ReadAsync(_author)); // their own is apart

        await Community.MustAsync(_author, Lines(_id, null, null));

        Assert.Empty(await ReadAsync(_organiser));
        Assert.Equal(0, await Community.CountAsync<AgendaEntry>());
    }

    [Fact]
    public async Task A_line_has_its_length_and_is_no_abuse_and_its_author_is_on_the_roster_and_not_suspended()
    {
        var tooLong = new string('a', AgendaEntry.ComesForLimit.Maximum + 1);
        await Community.RefusedAsync(_author, Lines(_id, tooLong), "comes-for-too-long", "comesFor");
        await Community.RefusedAsync(_author, Lines(_id, "A", tooLong), "can-give-too-long", "canGive");
        await Community.RefusedAsync(_author, Lines(_id, "You are all stupid idiots."), "abuse", "comesFor");
        await Community.RefusedAsync(_reader, Lines(_id), "agenda-unlisted", "");
        await Community.NotFoundAsync(_organiser, Lines(await Community.MakeAsync(_organiser)));
        await Community.MustAsync(_organiser, new CloseGroup.Command(_id));
        await Community.RefusedAsync(_author, Lines(_id), "group-closed", "");
        await Community.SuspendAsync(_author);
        await Community.RefusedAsync(_author, Lines(_id), "suspended", "");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Entries_of_the_blocked_the_suspended_and_the_unlisted_are_not_shown(bool readerBlocks)
    {
        await Community.MustAsync(_author, Lines(_id));
        Assert.Single(await ReadAsync(_reader));
        await Community.MustAsync(
            readerBlocks ? _reader : _author,
            new BlockMember.Command(readerBlocks ? _author.Handle : _reader.Handle)
        );

        Assert.Empty(await ReadAsync(_reader));
        Assert.Null(await Community.QueryAsync(_reader, new ReadAgenda.One(_id, _author.Handle)));
        await Community.NotFoundAsync(_reader, Report());
        await Community.MustAsync(_author, new ListMe.Command(_id, Listed: false));
        Assert.Empty(await ReadAsync(_organiser));
        await Community.MustAsync(_author, new ListMe.Command(_id, Listed: true));
        Assert.Single(await ReadAsync(_organiser));
        await Community.SuspendAsync(_author);
        Assert.Empty(await ReadAsync(_organiser));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_goes_with_the_member_who_leaves_or_is_removed(bool leaves)
    {
        await Community.MustAsync(_author, Lines(_id));
        await Community.MustAsync(_organiser, Lines(_id));
        if (leaves)
        {
            await Community.MustAsync(_author, new LeaveGroup.Command(_id));
        }
        else
        {
            await Community.MustAsync(_organiser, new RemoveMember.Command(_id, _author.Handle));
        }

        Assert.Equal(1, await Community.CountAsync<AgendaEntry>());
        await Community.JoinAsync(_author, _id);
        Assert.Empty(await ReadAsync(_organiser));
    }

    [Fact]
    public async Task It_is_read_page_by_page()
    {
        for (var number = 0; number < 21; number++)
        {
            var attendee = await Community.InsertAsync();
            await Community.JoinAsync(attendee, _id);
            await Community.MustAsync(attendee, Lines(_id));
        }

        var first = (await Community.QueryAsync(_reader, new ReadAgenda.Query(_id)))!.Others;
        var second = (await Community.QueryAsync(_reader, new ReadAgenda.Query(_id, first.Next)))!.Others;
        Assert.Equal((20, 1, null), (first.Items.Count, second.Items.Count, second.Next));
    }

    [Fact]
    public async Task A_report_opens_the_case_on_the_author_and_a_changed_entry_can_be_reported_again()
    {
        await Community.MustAsync(_author, Lines(_id));
        await Community.NotFoundAsync(_author, Report());
        await Community.NotFoundAsync(await Community.InsertAsync(), Report());
        await Community.MustAsync(_reader, Report());
        await Community.RefusedAsync(_reader, Report(), "already-reported", "");
        Community.Advance(TimeSpan.FromMinutes(1));
        await Community.MustAsync(_author, Lines(_id, "Something else"));
        await Community.MustAsync(_reader, Report());
        await Community.MustAsync(_author, new LeaveGroup.Command(_id));

        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        var file = Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query()))!.Items);
        Assert.Equal((_author.Handle, 2), (file.AuthorHandle, file.Reports));
        var evidence = (await Community.MustAsync(moderator, new ViewCase.Command(file.Id))).Reports[0].Evidence;
        Assert.Equal(("The old gauge\nA lamp", await Community.NameAsync(_id)), (evidence.Note, evidence.PostedIn));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Community.InDatabaseAsync(context =>
                context.Database.ExecuteSqlRawAsync(
                    "UPDATE \"Reports\" SET \"PostId\" = 1",
                    TestContext.Current.CancellationToken
                )
            )
        );
    }

    [Fact]
    public async Task The_page_of_a_letter_shows_the_entry_unless_no_letter_can_be_sent()
    {
        await Community.MustAsync(_author, Lines(_id));
        var line = Assert.Single(await OnAskPageAsync(_reader));
        Assert.Equal((_id, "The old gauge", "A lamp"), (line.GatheringId, line.Lines.ComesFor, line.Lines.CanGive));
        Assert.Empty(await OnAskPageAsync(await Community.InsertAsync()));

        await Community.MustAsync(_author, new BlockMember.Command(_reader.Handle));
        Assert.Empty(await OnAskPageAsync(_reader));
        await Community.MustAsync(_organiser, new SendRequest.Command(_author.Handle, A.AnotherLetter()));
        Assert.Empty(await OnAskPageAsync(_organiser));
    }

    private static WriteAgendaEntry.Command Lines(
        string id,
        string? comesFor = "The old gauge",
        string? canGive = "A lamp"
    ) => new(id, comesFor, canGive);

    private ReportText.Command Report() =>
        new(ReportedKind.AgendaEntry, $"{_id}.{_author.Handle}", ReportCategory.Spam, null);

    private void Until(DateTime time) => Community.Advance(time - Community.Clock.Now);

    private async Task<IReadOnlyList<ReadAgenda.Row>> ReadAsync(Person reader) =>
        (await Community.QueryAsync(reader, new ReadAgenda.Query(_id)))!.Others.Items;

    private async Task<IReadOnlyList<ComposeLetter.AgendaLines>> OnAskPageAsync(Person sender) =>
        (await Community.QueryAsync(sender, new ComposeLetter.Query(_author.Handle)))!.Agendas;
}

public sealed class AgendaTestsOnSqlite() : AgendaTests(Database.Sqlite);

public sealed class AgendaTestsOnPostgres() : AgendaTests(Database.Postgres);
