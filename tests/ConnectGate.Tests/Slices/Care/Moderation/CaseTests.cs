using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
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
        Assert.True(view.Right.Decide);
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

        await Community.MustAsync(moderator, Stories.Dismissal(id, Reason));

        Assert.Empty(await OpenAsync(moderator));
        Assert.Equal(
            id,
            Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query(CaseState.Closed)))!.Items).Id
        );
        Assert.Equal(Reason, (await Community.MustAsync(moderator, new ViewCase.Command(id))).Decision!.Reason);
        await Community.RefusedAsync(moderator, Stories.Dismissal(id, Reason), "case-closed", "");
        await Community.RefusedAsync(moderator, await Community.SuspensionAsync(id, 7, Reason), "case-closed", "");

        await Community.ReportAsync(author, await Community.InsertAsync());
        var next = await Community.MustAsync(
            moderator,
            new ViewCase.Command(Assert.Single(await OpenAsync(moderator)).Id)
        );
        Assert.Equal(
            (id, CaseState.Closed, false, Reason),
            Assert.Single(next.EarlierCases) is var earlier
                ? (earlier.Id, earlier.State, earlier.Upheld, earlier.Reason)
                : default
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
            await Community.SuspensionAsync(Assert.Single(await OpenAsync(moderator)).Id, days, Reason)
        );

        var told = Assert.Single(
            (await Community.QueryAsync(author, new ListNotifications.Query())).Notifications.Items
        );
        var decision = Assert.Single(await Community.QueryAsync(author, new ReadDecisions.Query()));
        Assert.Equal(
            (NotificationKind.Decided, $"/decisions/{decision.Id}", Reason),
            (told.Kind, told.Address, decision.Words)
        );
        Assert.Equal(days is null ? null : Community.Clock.Now.AddDays(7), decision.Until);
        Assert.Empty((await Community.QueryAsync(waiting, new ListNotifications.Query())).Notifications.Items);
        Assert.Empty(await Community.WaitingAsync(waiting));
        await Community.RefusedAsync(
            author,
            new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter()),
            "suspended",
            "recipient"
        );

        var acts = (await Community.QueryAsync(moderator, new ReadAudit.Query()))!.Items;
        Assert.Equal((AuditAct.SuspendedMember, $"Letters are personal: {Reason}"), (acts[0].Act, acts[0].Reason));

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
        await ModeratorAsync(); // so that somebody is free of conflict
        await Community.ReportAsync(author, reporter);
        var id = Assert.Single(await OpenAsync(reporter)).Id;

        foreach (var part in new[] { author, reporter })
        {
            Assert.False((await Community.MustAsync(part, new ViewCase.Command(id))).Right.Decide);
            await Community.RefusedAsync(part, Stories.Dismissal(id, Reason), "own-case", "");
            await Community.RefusedAsync(part, await Community.SuspensionAsync(id, 7, Reason), "own-case", "");
        }
    }

    [Fact]
    public async Task An_accused_moderator_reads_nothing_of_who_reported_and_cannot_act()
    {
        var (author, reporter, other) = (await ModeratorAsync(), await Community.InsertAsync(), await ModeratorAsync());
        await Community.ReportAsync(author, reporter);
        var id = Assert.Single(await OpenAsync(author)).Id;
        await Community.MustAsync(other, new CommentOnCase.Command(id, "The reporter was right before."));
        await Community.MustAsync(other, new MuteReporter.Command(id, reporter.Handle, Muted: true));

        var view = await Community.MustAsync(author, new ViewCase.Command(id));

        Assert.True(view.AboutMe);
        Assert.Empty(view.Reports);
        Assert.Empty(view.Comments);
        Assert.False(view.Right.Act);
        await Community.RefusedAsync(author, new TakeCase.Command(id), "own-case", "");
        await Community.RefusedAsync(author, new EscalateCase.Command(id, Reason), "own-case", "");
        await Community.NotFoundAsync(author, new MuteReporter.Command(id, reporter.Handle, Muted: true));
        Assert.DoesNotContain((await Community.QueryAsync(author, new ReadAudit.Query()))!.Items, entry =>
            entry.SubjectHandle == reporter.Handle && entry.CaseId is not null
        );
        Assert.Single((await Community.MustAsync(other, new ViewCase.Command(id))).Reports);
    }

    [Fact]
    public async Task A_decision_needs_a_reason_and_a_possible_time()
    {
        var moderator = await ModeratorAsync();
        await Community.ReportAsync(await Community.InsertAsync(), await Community.InsertAsync());
        var id = Assert.Single(await OpenAsync(moderator)).Id;

        await Community.RefusedAsync(moderator, Stories.Dismissal(id, " "), "reason-given-missing", "reason");
        await Community.RefusedAsync(moderator, Stories.Dismissal(id, "Spam"), "reason-given-too-short", "reason");
        await Community.RefusedAsync(
            moderator,
            await Community.SuspensionAsync(id, 0, Reason),
            "days-out-of-range",
            "days"
        );
        await Community.RefusedAsync(
            moderator,
            await Community.SuspensionAsync(id, 91, Reason),
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
            await Community.NotFoundAsync(person, Stories.Dismissal(caseId, Reason));
            await Community.NotFoundAsync(person, await Community.SuspensionAsync(caseId, 7, Reason));
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
