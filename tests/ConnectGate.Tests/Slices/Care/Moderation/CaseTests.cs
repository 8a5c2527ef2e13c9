using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Notifications;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Asking;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Care.Moderation;

public abstract class CaseTests(Database database) : CommunityTests(database)
{
    private const string Reason = "The same sales letter went to many members.";

    [Fact]
    public async Task Reports_about_one_author_make_one_case_with_the_evidence_as_it_was()
    {
        var (author, moderator) = (
            await Community.InsertAsync(A.Member() with { DisplayName = "Sal Esman" }),
            await ModeratorAsync()
        );
        var letters = new[] { A.AnotherLetter(), A.AnotherLetter() };
        await Community.ReportAsync(author, await Community.InsertAsync(), letters[0]);
        await Community.ReportAsync(author, await Community.InsertAsync(), letters[1]);
        await Community.MustAsync(
            author,
            new ConnectGate.People.Members.Profiles.EditProfile.Command("Somebody New", "", "", [], [], [])
        );

        var row = Assert.Single(await OpenAsync(moderator));
        Assert.Equal((author.Handle, 2, CaseState.Open), (row.AuthorHandle, row.Reports, row.State));
        Assert.Equal([ReportCategory.Spam], row.Categories);

        var view = await Community.MustAsync(moderator, new ViewCase.Command(row.Id));
        Assert.True(view.MayDecide);
        Assert.Equal("Somebody New", view.Author.DisplayName);
        Assert.Equal(letters.Select(letter => letter.Note), view.Reports.Select(report => report.Evidence.Note));
        Assert.All(view.Reports, report =>
            Assert.Equal(("Sal Esman", "It went to my whole team."), (report.Evidence.SenderName, report.Comment))
        );

        var entry = Assert.Single((await Community.QueryAsync(moderator, new ReadAudit.Query()))!.Items);
        Assert.Equal(
            (AuditAct.ViewedCase, moderator.Handle, author.Handle, row.Id),
            (entry.Act, entry.ActorHandle, entry.SubjectHandle, entry.CaseId)
        );
    }

    [Fact]
    public async Task A_dismissed_case_is_closed_with_its_reason_and_the_next_report_opens_another()
    {
        var (author, moderator) = (await Community.InsertAsync(), await ModeratorAsync());
        await Community.ReportAsync(author, await Community.InsertAsync());
        var id = Assert.Single(await OpenAsync(moderator)).Id;

        await Community.MustAsync(moderator, new DismissCase.Command(id, Reason));

        Assert.Empty(await OpenAsync(moderator));
        Assert.Equal(
            id,
            Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query(CaseState.Dismissed)))!.Items).Id
        );
        Assert.Equal(Reason, (await Community.MustAsync(moderator, new ViewCase.Command(id))).Decision!.Reason);
        await Community.IllegalAsync(moderator, new DismissCase.Command(id, Reason));
        await Community.IllegalAsync(moderator, new SuspendAuthor.Command(id, 7, Reason));

        await Community.ReportAsync(author, await Community.InsertAsync());
        var next = await Community.MustAsync(
            moderator,
            new ViewCase.Command(Assert.Single(await OpenAsync(moderator)).Id)
        );
        Assert.Equal(
            (id, CaseState.Dismissed, Reason),
            Assert.Single(next.EarlierCases) is var earlier ? (earlier.Id, earlier.State, earlier.Reason) : default
        );
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task A_suspended_author_is_told_why_cannot_ask_and_their_letters_are_closed(int? days)
    {
        var (author, waiting, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await ModeratorAsync()
        );
        await Community.DeliverAsync(author, waiting);
        await Community.ReportAsync(author, await Community.InsertAsync());

        await Community.MustAsync(
            moderator,
            new SuspendAuthor.Command(Assert.Single(await OpenAsync(moderator)).Id, days, Reason)
        );

        var told = Assert.Single(
            (await Community.QueryAsync(author, new ListNotifications.Query())).Notifications.Items
        );
        Assert.Equal((NotificationKind.Suspended, Reason), (told.Kind, told.Suspension!.Reason));
        Assert.Equal(days is null ? null : Community.Clock.Now.AddDays(7), told.Suspension.Until);
        Assert.Empty((await Community.QueryAsync(waiting, new ListNotifications.Query())).Notifications.Items);
        Assert.Empty(await Community.WaitingAsync(waiting));
        await Community.RefusedAsync(
            author,
            new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter()),
            "suspended",
            "recipient"
        );

        var acts = (await Community.QueryAsync(moderator, new ReadAudit.Query()))!.Items;
        Assert.Equal((AuditAct.SuspendedMember, Reason), (acts[0].Act, acts[0].Reason));

        Community.Advance(TimeSpan.FromDays(8));
        var later = await Community.SendAsync(
            author,
            new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter())
        );
        Assert.Equal(days is not null, later.Succeeded);
    }

    [Fact]
    public async Task Nobody_judges_themself_or_what_they_reported()
    {
        var (author, reporter) = (await ModeratorAsync(), await ModeratorAsync());
        await Community.ReportAsync(author, reporter);
        var id = Assert.Single(await OpenAsync(reporter)).Id;

        foreach (var part in new[] { author, reporter })
        {
            Assert.False((await Community.MustAsync(part, new ViewCase.Command(id))).MayDecide);
            await Community.RefusedAsync(part, new DismissCase.Command(id, Reason), "own-case", "");
            await Community.RefusedAsync(part, new SuspendAuthor.Command(id, 7, Reason), "own-case", "");
        }
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_a_possible_time()
    {
        var moderator = await ModeratorAsync();
        await Community.ReportAsync(await Community.InsertAsync(), await Community.InsertAsync());
        var id = Assert.Single(await OpenAsync(moderator)).Id;

        await Community.RefusedAsync(moderator, new DismissCase.Command(id, " "), "reason-given-missing", "reason");
        await Community.RefusedAsync(
            moderator,
            new DismissCase.Command(id, "Spam"),
            "reason-given-too-short",
            "reason"
        );
        await Community.RefusedAsync(moderator, new SuspendAuthor.Command(id, 0, Reason), "days-out-of-range", "days");
        await Community.RefusedAsync(
            moderator,
            new SuspendAuthor.Command(id, 366, Reason),
            "days-out-of-range",
            "days"
        );
    }

    [Fact]
    public async Task A_member_finds_no_case_and_a_moderator_no_unknown_one()
    {
        var (member, moderator) = (await Community.InsertAsync(), await ModeratorAsync());
        await Community.ReportAsync(await Community.InsertAsync(), member);
        var id = Assert.Single(await OpenAsync(moderator)).Id;

        foreach (
            var (person, caseId) in new[]
            {
                (member, id),
                (moderator with { MayModerate = false }, id),
                (moderator, "AAAAAAAAAAAAAAAAAAAAAA"),
            }
        )
        {
            await Community.NotFoundAsync(person, new ViewCase.Command(caseId));
            await Community.NotFoundAsync(person, new DismissCase.Command(caseId, Reason));
            await Community.NotFoundAsync(person, new SuspendAuthor.Command(caseId, 7, Reason));
        }

        Assert.Null(await Community.QueryAsync(member, new ListCases.Query()));
        Assert.Null(await Community.QueryAsync(member, new ReadAudit.Query()));
    }

    [Fact]
    public async Task The_queue_comes_in_pages_oldest_first()
    {
        var moderator = await ModeratorAsync();
        for (var number = 0; number < 22; number++)
        {
            await Community.ReportAsync(await Community.InsertAsync(), await Community.InsertAsync());
        }

        var first = (await Community.QueryAsync(moderator, new ListCases.Query()))!;
        var second = (await Community.QueryAsync(moderator, new ListCases.Query(CaseState.Open, first.Next)))!;

        Assert.Equal((20, 2), (first.Items.Count, second.Items.Count));
        Assert.True(first.Items[0].OpenedAt < second.Items[1].OpenedAt);
        Assert.Equal(22, first.Items.Concat(second.Items).Select(row => row.Id).Distinct().Count());
    }

    private Task<Person> ModeratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Moderator });

    private async Task<IReadOnlyList<ListCases.Row>> OpenAsync(Person moderator) =>
        (await Community.QueryAsync(moderator, new ListCases.Query()))!.Items;
}

public sealed class CaseTestsOnSqlite() : CaseTests(Database.Sqlite);

public sealed class CaseTestsOnPostgres() : CaseTests(Database.Postgres);
