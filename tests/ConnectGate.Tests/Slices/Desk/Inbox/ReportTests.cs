using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Desk.Inbox;

public abstract class ReportTests(Database database) : CommunityTests(database)
{
    private static readonly ReportRequest.Command Report = new("", ReportCategory.Sales, "They sell courses.");

    private Person _sender = null!,
        _recipient = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _sender = await Community.InsertAsync();
        _recipient = await Community.InsertAsync(A.Member() with { Questions = ["Why me?"] });
    }

    [Fact]
    public async Task A_report_declines_for_good_in_silence_and_keeps_the_letter_as_evidence()
    {
        var sentAt = Community.Clock.Now;
        var id = await DeliverAsync();
        var before = await Community.SentAsync(_sender);

        await Community.MustAsync(_recipient, Report with { Id = id });

        Assert.Equivalent(before, await Community.SentAsync(_sender), strict: true);
        var open = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.Equal(LetterState.DeclinedForGood, open.State);
        Assert.True(open.Decision is { Reported: true, CanReport: false });
        var report = await Community.InDatabaseAsync(context =>
            context.Reports.Include(report => report.Case).SingleAsync(Token)
        );
        Assert.Equal(
            (_recipient.Id, ReportCategory.Sales, "They sell courses."),
            (report.ReporterId, report.Category, report.Comment)
        );
        Assert.Equal((_sender.Id, CaseStage.Open), (report.Case.AuthorId, report.Case.Stage));
        var evidence = Evidence.FromJson(report.Evidence);
        Assert.Equal(
            (_sender.Handle, _sender.DisplayName, _sender.DisplayName),
            (evidence.SenderHandle, evidence.SenderName, evidence.NameWhenReported)
        );
        Assert.Equal(
            (A.Letter().Note, A.Letter().Reason, A.Letter().ReasonDetail, sentAt),
            (evidence.Note, evidence.Reason, evidence.ReasonDetail, evidence.SentAt)
        );
        Assert.Equal(
            ("Why me?", "Your talk on tide tables"),
            (Assert.Single(evidence.Answers).Question, evidence.Answers[0].Answer)
        );
    }

    [Fact]
    public async Task A_letter_is_reported_once()
    {
        var id = await DeliverAsync();
        await Community.MustAsync(_recipient, Report with { Id = id });

        await Community.RefusedAsync(_recipient, Report with { Id = id }, "already-reported", "");
    }

    [Fact]
    public async Task Reports_join_the_open_case_on_their_author_and_a_closed_one_is_left()
    {
        var others = new[] { await Community.InsertAsync(), await Community.InsertAsync() };
        await Community.MustAsync(_recipient, Report with { Id = await DeliverAsync() });
        await Community.MustAsync(others[0], Report with { Id = await Community.DeliverAsync(_sender, others[0]) });
        Assert.Equal(1, await Community.CountAsync<Case>());
        await CloseCaseAsync(upheld: true);

        await Community.MustAsync(others[1], Report with { Id = await Community.DeliverAsync(_sender, others[1]) });

        Assert.Equal(2, await Community.CountAsync<Case>());
        Assert.Equal(3, await Community.CountAsync<Report>());
    }

    [Fact]
    public async Task Upheld_reports_of_the_last_year_are_the_senders_record()
    {
        await Community.MustAsync(_recipient, Report with { Id = await DeliverAsync() });
        await CloseCaseAsync(upheld: true);
        var other = await Community.InsertAsync();
        var id = await Community.DeliverAsync(_sender, other);

        Assert.Equal(
            1,
            (await Community.MustAsync(other, new OpenRequest.Command(id))).Sender.UpheldReportsInTheLastYear
        );
        Community.Advance(TimeSpan.FromDays(366));
        Assert.Equal(
            0,
            (await Community.MustAsync(other, new OpenRequest.Command(id))).Sender.UpheldReportsInTheLastYear
        );
    }

    [Fact]
    public async Task Within_the_grace_a_report_overrules_the_acceptance()
    {
        var id = await DeliverAsync();
        await Community.MustAsync(_recipient, Accept(id, "Gladly."));

        await Community.MustAsync(_recipient, Report with { Id = id });

        Assert.Equal(0, await Community.CountAsync<Connection>());
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(_sender)).State);
    }

    [Fact]
    public async Task A_report_says_what_for_within_limits()
    {
        var id = await DeliverAsync();

        await Community.RefusedAsync(
            _recipient,
            new ReportRequest.Command(id, null, null),
            "category-missing",
            "category"
        );
        await Community.RefusedAsync(
            _recipient,
            new ReportRequest.Command(id, (ReportCategory)99, null),
            "category-missing",
            "category"
        );
        await Community.RefusedAsync(
            _recipient,
            Report with
            {
                Id = id,
                Comment = new string('x', 2_001),
            },
            "comment-too-long",
            "comment"
        );
    }

    [Fact]
    public async Task An_opened_letter_that_was_withdrawn_stays_to_be_reported_for_ninety_days()
    {
        var id = await DeliverAsync();
        await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        await Community.MustAsync(_sender, new WithdrawRequest.Command(id));

        Community.Advance(TimeSpan.FromDays(90) - TimeSpan.FromMilliseconds(1));
        var open = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.True(
            open
                is {
                    Withdrawn: true,
                    State: LetterState.Withdrawn,
                    Decision: { CanReport: true, CanAccept: false, CanDecline: false }
                }
        );
        await Community.IllegalAsync(_recipient, Accept(id));
        await Community.MustAsync(_recipient, Report with { Id = id });
        Assert.Equal(SenderState.Withdrawn, (await Community.SentAsync(_sender)).State);

        Community.Advance(TimeSpan.FromMilliseconds(1));
        await Community.NotFoundAsync(_recipient, new OpenRequest.Command(id));
    }

    [Fact]
    public async Task A_letter_that_was_withdrawn_unopened_is_gone()
    {
        var id = await DeliverAsync();
        await Community.MustAsync(_sender, new WithdrawRequest.Command(id));

        await Community.NotFoundAsync(_recipient, new OpenRequest.Command(id));
        await Community.NotFoundAsync(_recipient, Report with { Id = id });
        Assert.Empty(
            (await Community.QueryAsync(_recipient, new ReviewInbox.Query(Folder: InboxFolder.Decided))).Letters.Items
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<string> DeliverAsync() =>
        Community.DeliverAsync(
            _sender,
            _recipient,
            A.Letter() with
            {
                Answers = [new Answer("q1", "Your talk on tide tables")],
            }
        );

    private Task CloseCaseAsync(bool upheld) =>
        Community.InDatabaseAsync(async context =>
        {
            (await context.Cases.SingleAsync(file => file.Stage == CaseStage.Open, Token)).Close(
                upheld,
                _recipient.Id,
                "For what this test needs.",
                Community.Clock.Now
            );
            await context.SaveChangesAsync(Token);
        });
}

public sealed class ReportTestsOnSqlite() : ReportTests(Database.Sqlite);

public sealed class ReportTestsOnPostgres() : ReportTests(Database.Postgres);
