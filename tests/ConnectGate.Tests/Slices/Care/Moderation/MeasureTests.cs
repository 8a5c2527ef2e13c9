using ConnectGate.Care.Audit;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Desk.Inbox;
using ConnectGate.Foundation.Audit;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Moderation;

/// <summary>What a decision does, who may take it, and how an appeal undoes it.</summary>
public abstract class MeasureTests(Database database) : CommunityTests(database)
{
    private const string Words = "You wrote the same to everybody you could find.",
        Appeal = "I wrote to one person, who had asked me to.";

    private Person _author = null!,
        _reporter = null!,
        _moderator = null!,
        _other = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_author, _reporter) = (await Community.InsertAsync(), await Community.InsertAsync());
        (_moderator, _other) = (await ModeratorAsync(), await ModeratorAsync());
    }

    [Fact]
    public async Task A_taken_case_names_its_moderator_and_is_free_again_an_hour_after_the_last_act()
    {
        var id = await ReportedAsync();

        await Community.MustAsync(_moderator, new TakeCase.Command(id));
        await Community.RefusedAsync(_other, new TakeCase.Command(id), "case-taken", "");
        await Community.RefusedAsync(_other, Stories.Dismissal(id, Words), "case-taken", "");
        var taken = Assert.Single(await QueueAsync(CaseState.Taken));
        Assert.Equal((_moderator.DisplayName, CaseState.Taken), (taken.TakenBy, taken.State));
        Assert.Empty(await QueueAsync(CaseState.Open));

        Community.Advance(TimeSpan.FromMinutes(50));
        await Community.MustAsync(_moderator, new CommentOnCase.Command(id, "I wrote to the reporter."));
        Community.Advance(TimeSpan.FromMinutes(50));
        Assert.Single(await QueueAsync(CaseState.Taken));
        Community.Advance(TimeSpan.FromMinutes(11));

        Assert.Empty(await QueueAsync(CaseState.Taken));
        Assert.Single(await QueueAsync(CaseState.Open));
        await Community.MustAsync(_other, new TakeCase.Command(id));
        await Community.MustAsync(_other, new GiveBackCase.Command(id));
        Assert.Single(await QueueAsync(CaseState.Open));
        Assert.Equal(
            "I wrote to the reporter.",
            Assert.Single((await Community.MustAsync(_other, new ViewCase.Command(id))).Comments).Text
        );
    }

    [Fact]
    public async Task An_escalated_case_is_decided_by_an_administrator()
    {
        var administrator = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        var id = await ReportedAsync();

        await Community.MustAsync(_moderator, new EscalateCase.Command(id, "A question of principle."));

        Assert.Equal(id, Assert.Single(await QueueAsync(CaseState.Escalated)).Id);
        await Community.RefusedAsync(_moderator, Stories.Dismissal(id, Words), "own-case", "");
        await Community.MustAsync(administrator, Stories.Dismissal(id, Words));
    }

    [Fact]
    public async Task Who_is_connected_to_a_party_decides_only_where_nobody_else_can()
    {
        var id = await ReportedAsync();
        await Community.InsertConnectionAsync(_moderator, _reporter);
        Assert.False((await Community.MustAsync(_moderator, new ViewCase.Command(id))).Right.Decide);
        await Community.RefusedAsync(_moderator, Stories.Dismissal(id, Words), "own-case", "");

        await Community.SuspendAsync(_other);

        Assert.True((await Community.MustAsync(_moderator, new ViewCase.Command(id))).Right.WithConflict);
        await Community.MustAsync(_moderator, await WarningAsync(id));
        Assert.True((await DecisionAsync()).WithConflict);
        Assert.Contains("No moderator was free of conflict", (await LogAsync())[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_with_a_conflict_goes_before_a_moderator_with_one()
    {
        var administrator = await Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        var id = await ReportedAsync();
        foreach (var one in new[] { _moderator, _other, administrator })
        {
            await Community.InsertConnectionAsync(one, _author);
        }

        await Community.RefusedAsync(_moderator, Stories.Dismissal(id, Words), "own-case", "");
        await Community.MustAsync(administrator, Stories.Dismissal(id, Words));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_done_and_does_nothing()
    {
        var id = await ReportedAsync();
        var rule = await Community.RuleAsync();

        var preview = await Community.MustAsync(
            _moderator,
            new PreviewDecision.Command(new(id, Ruling.Suspend, 7, rule, Words, RemoveTexts: true))
        );

        Assert.Equal(
            [(MeasureKind.Suspend, (DateTime?)Community.Clock.Now.AddDays(7)), (MeasureKind.RemoveText, null)],
            preview.Measures.Select(planned => (planned.Kind, planned.Until))
        );
        Assert.Single(await QueueAsync(CaseState.Open));
        Assert.Equal(0, await Community.CountAsync<Measure>());
        await Community.RefusedAsync(
            _moderator,
            new PreviewDecision.Command(new(id, Ruling.Warn, null, null, Words)),
            "rule-missing",
            "rule"
        );
        await Community.RefusedAsync(
            _moderator,
            new DecideCase.Command(id, Ruling.Warn, null, PublicId.Next(), Words),
            "rule-missing",
            "rule"
        );
        await Community.RefusedAsync(
            _moderator,
            new DecideCase.Command(id, Ruling.Dismiss, null, null, Words, RemoveTexts: true),
            "dismissal-with-measures",
            "chosen"
        );
    }

    [Fact]
    public async Task A_warning_counts_for_90_days_and_the_others_for_a_year()
    {
        await Community.MustAsync(_moderator, await WarningAsync(await ReportedAsync()));
        await Community.MustAsync(
            _moderator,
            (await WarningAsync(await ReportedAsync())) with
            {
                Ruling = Ruling.ReduceAllowance,
            }
        );

        Assert.Equal([true, true], await StrikesAsync());
        Community.Advance(TimeSpan.FromDays(91));
        Assert.Equal([true, false], await StrikesAsync());
        Community.Advance(TimeSpan.FromDays(275));
        Assert.Equal([false, false], await StrikesAsync());
    }

    [Fact]
    public async Task An_upheld_appeal_undoes_a_suspension_and_its_strike()
    {
        await Community.MustAsync(_moderator, await Community.SuspensionAsync(await ReportedAsync(), 30, Words));
        var decision = await DecisionAsync();
        await Community.RefusedAsync(
            _author,
            new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter()),
            "suspended",
            "recipient"
        );

        await Community.MustAsync(_author, new AppealMeasure.Command(decision.Id, Appeal));
        await Community.IllegalAsync(_author, new AppealMeasure.Command(decision.Id, Appeal));
        await Community.RefusedAsync(_moderator, Answer(decision.Id, undo: true), "own-case", "");
        var waiting = Assert.Single((await Community.QueryAsync(_other, new ListAppeals.Query()))!.Items);
        var seen = (await Community.QueryAsync(_other, new ViewAppeal.Query(waiting.Id)))!;
        Assert.Equal((Appeal, true), (seen.Decision.Appeal!.Text, seen.MayJudge));
        await Community.MustAsync(_other, Answer(decision.Id, undo: true));
        await Community.RefusedAsync(_other, Answer(decision.Id, undo: false), "appeal-answered", "");

        Assert.True((await DecisionAsync()).Appeal!.Undone);
        Assert.Equal([false], await StrikesAsync());
        Assert.Equal(AuditAct.UpheldAppeal, (await LogAsync())[0].Act);
        await Community.MustAsync(_author, new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter()));
    }

    [Fact]
    public async Task A_refused_appeal_leaves_the_measure_and_20_days_later_none_is_possible()
    {
        await Community.MustAsync(_moderator, await WarningAsync(await ReportedAsync()));
        var first = await DecisionAsync();
        await Community.MustAsync(_author, new AppealMeasure.Command(first.Id, Appeal));
        await Community.MustAsync(_other, Answer(first.Id, undo: false));
        Assert.Equal([true], await StrikesAsync());

        await Community.MustAsync(_moderator, await WarningAsync(await ReportedAsync()));
        var second = await DecisionAsync();
        Community.Advance(TimeSpan.FromDays(20));
        Assert.Null((await DecisionAsync()).AppealableUntil);
        await Community.IllegalAsync(_author, new AppealMeasure.Command(second.Id, Appeal));
        await Community.NotFoundAsync(_reporter, new AppealMeasure.Command(first.Id, Appeal));
    }

    [Fact]
    public async Task One_text_appeals_all_measures_of_a_decision_and_each_gets_its_own_answer()
    {
        var id = await ReportedAsync();
        await Community.MustAsync(_moderator, (await WarningAsync(id)) with { RemoveTexts = true });
        var warning = (await Community.QueryAsync(_author, new ReadDecisions.Query())).Single(decision =>
            decision.Kind == MeasureKind.Warn
        );
        var one = new ReadDecisions.One(warning.Id);
        Assert.Equal([MeasureKind.RemoveText], (await Community.QueryAsync(_author, one))!.Others);

        await Community.MustAsync(_author, new AppealMeasure.Command(warning.Id, Appeal, Together: true));

        Assert.Empty((await Community.QueryAsync(_author, one))!.Others);
        var decisions = await Community.QueryAsync(_author, new ReadDecisions.Query());
        Assert.Equal([Appeal, Appeal], decisions.Select(decision => decision.Appeal?.Text));
        await Community.MustAsync(_other, Answer(warning.Id, undo: true));
        Assert.Equal(
            [MeasureKind.RemoveText],
            (await Community.QueryAsync(_author, new ReadDecisions.Query()))
                .Where(decision => decision.IsInForce)
                .Select(decision => decision.Kind)
        );
    }

    [Fact]
    public async Task A_removed_text_is_gone_for_every_reader_and_comes_back_by_an_appeal()
    {
        var letter = A.AnotherLetter();
        await Community.ReportAsync(_author, _reporter, letter);
        await Community.MustAsync(
            _author,
            new EditProfile.Command(_author.DisplayName, "I sell", "Tides!", [], [], [])
            {
                Details = [new("role", "Seller of tides", default), new("place", "Skagen", SeenBy.MyConnections)],
            }
        );
        await Community.MustAsync(
            _reporter,
            new ReportText.Command(ReportedKind.Profile, _author.Handle, ReportCategory.Sales, null)
        );
        var id = Assert.Single(await QueueAsync(CaseState.Open)).Id;

        await Community.MustAsync(_moderator, (await WarningAsync(id)) with { RemoveTexts = true });

        var (note, about) = await TextsAsync();
        Assert.StartsWith("A moderator removed this text", note, StringComparison.Ordinal);
        Assert.Equal(note, about);
        var evidence = (await Community.MustAsync(_moderator, new ViewCase.Command(id))).Reports[0].Evidence;
        Assert.Equal(letter.Note, evidence.Note);
        Assert.Equal(["Skagen"], await LinesAsync());
        var reports = (await Community.MustAsync(_moderator, new ViewCase.Command(id))).Reports;
        Assert.Equal("Seller of tides", Assert.Single(reports.SelectMany(report => report.Evidence.Details)).Text);

        var removal = (await Community.QueryAsync(_author, new ReadDecisions.Query())).Single(decision =>
            decision.Kind == MeasureKind.RemoveText
        );
        await Community.MustAsync(_author, new AppealMeasure.Command(removal.Id, Appeal));
        await Community.MustAsync(_other, Answer(removal.Id, undo: true));

        Assert.Equal((letter.Note, "Tides!"), await TextsAsync());
        Assert.Equal(["Seller of tides", "Skagen"], (await LinesAsync()).Order());

        async Task<IEnumerable<string?>> LinesAsync() =>
            (await Community.QueryAsync(_author, new EditProfile.Query())).Details.Select(detail => detail.Text);

        async Task<(string? Note, string About)> TextsAsync() =>
            await Community.InDatabaseAsync(async context =>
                (
                    (await context.Requests.SingleAsync(request => request.SenderId == _author.Id)).Note.Text,
                    (await context.Members.SingleAsync(member => member.Id == _author.Id)).About
                )
            );
    }

    [Fact]
    public async Task The_gate_refuses_a_marked_note_until_an_appeal_undoes_it()
    {
        var letter = A.AnotherLetter();
        await Community.ReportAsync(_author, _reporter, letter);
        var id = Assert.Single(await QueueAsync(CaseState.Open)).Id;
        await Community.MustAsync(_moderator, (await WarningAsync(id)) with { MarkTemplates = true });
        var (sender, recipient) = await Community.InsertTwoAsync();

        await Community.RefusedAsync(
            sender,
            new SendRequest.Command(recipient.Handle, letter),
            "known-template",
            "note"
        );

        var mark = (await Community.QueryAsync(_author, new ReadDecisions.Query())).Single(decision =>
            decision.Kind == MeasureKind.MarkTemplate
        );
        await Community.MustAsync(_author, new AppealMeasure.Command(mark.Id, Appeal));
        await Community.MustAsync(_other, Answer(mark.Id, undo: true));
        await Community.MustAsync(sender, new SendRequest.Command(recipient.Handle, letter));
    }

    [Fact]
    public async Task The_reporter_reads_what_came_of_it_and_can_withdraw_until_then()
    {
        var id = await ReportedAsync();
        var report = Assert.Single((await Community.QueryAsync(_reporter, new ListMyReports.Query())).Items);
        Assert.Equal(ListMyReports.Answer.UnderReview, report.Answer);
        await Community.NotFoundAsync(_author, new WithdrawReport.Command(report.Id));
        Assert.Equal(100, Assert.Single(await QueueAsync(CaseState.Open)).Weight);

        await Community.MustAsync(_reporter, new WithdrawReport.Command(report.Id));

        Assert.Equal(0, Assert.Single(await QueueAsync(CaseState.Open)).Weight);
        Assert.NotNull(
            Assert.Single((await Community.MustAsync(_other, new ViewCase.Command(id))).Reports).WithdrawnAt
        );
        var again = await Community.InsertAsync();
        await Community.ReportAsync(_author, again);
        await Community.MustAsync(_moderator, await WarningAsync(id));
        Assert.Equal(
            ListMyReports.Answer.ActedOn,
            Assert.Single((await Community.QueryAsync(again, new ListMyReports.Query())).Items).Answer
        );
        Assert.Equal(
            ListMyReports.Answer.Withdrawn,
            Assert.Single((await Community.QueryAsync(_reporter, new ListMyReports.Query())).Items).Answer
        );
    }

    [Fact]
    public async Task A_report_weighs_less_after_dismissed_ones_and_nothing_once_muted()
    {
        foreach (var weight in new[] { 100, 50, 33 })
        {
            var id = await ReportedAsync();
            Assert.Equal(weight, Assert.Single(await QueueAsync(CaseState.Open)).Weight);
            await Community.MustAsync(_moderator, Stories.Dismissal(id, Words));
        }

        var last = await ReportedAsync();
        await Community.MustAsync(_moderator, new MuteReporter.Command(last, _reporter.Handle, Muted: true));
        await Community.MustAsync(_moderator, Stories.Dismissal(last, Words));
        var muted = await ReportedAsync();
        Assert.Equal(0, Assert.Single(await QueueAsync(CaseState.Open)).Weight);
        Assert.True(Assert.Single((await Community.MustAsync(_other, new ViewCase.Command(muted))).Reports).IsMuted);
    }

    [Fact]
    public async Task Three_unconnected_members_of_30_days_hold_new_letters_back_for_72_hours()
    {
        var (second, third) = await Community.InsertTwoAsync();
        foreach (var reporter in new[] { _reporter, second, third })
        {
            await Community.ReportAsync(_author, reporter, A.AnotherLetter());
        }

        var recipient = await Community.InsertAsync();
        var sent = await Community.MustAsync(_author, new SendRequest.Command(recipient.Handle, A.AnotherLetter()));
        Community.Advance(TimeSpan.FromHours(71));
        Assert.Empty(await Community.WaitingAsync(recipient));
        Assert.Equal(
            ConnectGate.Letters.Requests.SenderState.Sent,
            (await Community.QueryAsync(_author, new ConnectGate.Letters.Sent.SentRequests.One(sent.Id)))!.State
        );
        Community.Advance(TimeSpan.FromHours(2));
        Assert.Single(await Community.WaitingAsync(recipient));
    }

    [Fact]
    public async Task A_letter_that_a_connector_passes_on_meanwhile_is_held_back_and_the_connector_cannot_tell()
    {
        var (second, third) = await Community.InsertTwoAsync();
        var (recipient, connector) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(_author, connector);
        await Community.InsertConnectionAsync(connector, recipient);
        var id = await Community.AskThroughAsync(_author, connector, recipient);
        foreach (var reporter in new[] { _reporter, second, third })
        {
            await Community.ReportAsync(_author, reporter, A.AnotherLetter());
        }

        await Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words));

        Assert.Single((await Community.QueryAsync(connector, new ListAsks.Query(Answered: true))).Items);
        Community.Advance(TimeSpan.FromHours(71));
        Assert.Empty(await Community.WaitingAsync(recipient));
        Community.Advance(TimeSpan.FromHours(2));
        Assert.Single(await Community.WaitingAsync(recipient));
    }

    [Fact]
    public async Task A_closed_case_delivers_what_it_held_back()
    {
        var (second, third) = await Community.InsertTwoAsync();
        foreach (var reporter in new[] { _reporter, second, third })
        {
            await Community.ReportAsync(_author, reporter, A.AnotherLetter());
        }

        var recipient = await Community.InsertAsync();
        await Community.MustAsync(_author, new SendRequest.Command(recipient.Handle, A.AnotherLetter()));
        Community.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await Community.WaitingAsync(recipient));

        await Community.MustAsync(
            _moderator,
            Stories.Dismissal(Assert.Single(await QueueAsync(CaseState.Open)).Id, Words)
        );

        Assert.Single(await Community.WaitingAsync(recipient));
    }

    [Theory]
    [InlineData("new members")]
    [InlineData("connected members")]
    public async Task Reports_that_are_not_independent_hold_nothing_back(string reportersAre)
    {
        var reporters = new List<Person>();
        for (var number = 0; number < 4; number++)
        {
            var reporter = await Community.InsertAsync(
                A.Member() with
                {
                    JoinedAgo = TimeSpan.FromDays(reportersAre == "new members" ? 29 : 31),
                }
            );
            if (reportersAre == "connected members" && number > 0)
            {
                await Community.InsertConnectionAsync(reporters[0], reporter);
                if (number > 1)
                {
                    await Community.InsertConnectionAsync(reporters[1], reporter);
                }
            }

            reporters.Add(reporter);
        }

        foreach (var reporter in reporters)
        {
            await Community.ReportAsync(_author, reporter, A.AnotherLetter());
        }

        var recipient = await Community.InsertAsync();
        await Community.DeliverAsync(_author, recipient, A.AnotherLetter());
        Assert.Single(await Community.WaitingAsync(recipient));
    }

    private async Task<string> ReportedAsync()
    {
        // Other words each time, since a member reports the same words once.
        var handle = await Community.InDatabaseAsync(async context =>
        {
            var author = await context.Members.SingleAsync(member => member.Id == _author.Id);
            author.ReplaceWords("", $"About number {await context.Reports.CountAsync()}", []);
            await context.SaveChangesAsync();
            return author.Handle;
        });
        await Community.MustAsync(
            _reporter,
            new ReportText.Command(ReportedKind.Profile, handle, ReportCategory.Spam, "It says nothing.")
        );
        return Assert.Single(await QueueAsync(CaseState.Open)).Id;
    }

    private async Task<DecideCase.Command> WarningAsync(string id) =>
        new(id, Ruling.Warn, null, await Community.RuleAsync(), Words);

    private static AnswerAppeal.Command Answer(string id, bool undo) => new(id, undo, "I read the whole case again.");

    private async Task<ReadDecisions.Decision> DecisionAsync() =>
        (await Community.QueryAsync(_author, new ReadDecisions.Query()))[0];

    private async Task<IReadOnlyList<bool>> StrikesAsync() =>
        await Community.InDatabaseAsync(async context =>
            (await context.Measures.OrderByDescending(measure => measure.Id).ToListAsync())
                .Select(measure => measure.IsStrike(Community.Clock.Now))
                .ToList()
        );

    private async Task<IReadOnlyList<ReadAudit.Row>> LogAsync() =>
        (await Community.QueryAsync(_moderator, new ReadAudit.Query()))!.Items;

    private async Task<IReadOnlyList<ListCases.Row>> QueueAsync(CaseState state) =>
        (await Community.QueryAsync(_moderator, new ListCases.Query(state)))!.Items;

    private Task<Person> ModeratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Moderator });
}

public sealed class MeasureTestsOnSqlite() : MeasureTests(Database.Sqlite);

public sealed class MeasureTestsOnPostgres() : MeasureTests(Database.Postgres);
