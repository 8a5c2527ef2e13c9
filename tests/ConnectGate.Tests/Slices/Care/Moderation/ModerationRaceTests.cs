using System.Globalization;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Handling;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Care.Moderation;

/// <summary>
/// Simultaneous acts about a case have one outcome, and the other moderator is told. CONNECTGATE_TRIALS sets how often
/// each race is run.
/// </summary>
public abstract class ModerationRaceTests(Database database) : CommunityTests(database)
{
    private const string Words = "They meant no harm by it.";

    private static readonly int Trials = int.Parse(
        Environment.GetEnvironmentVariable("CONNECTGATE_TRIALS") ?? "8",
        CultureInfo.InvariantCulture
    );

    private Person _one = null!,
        _other = null!,
        _reporter = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_one, _other) = (await ModeratorAsync(), await ModeratorAsync());
        _reporter = await Community.InsertAsync();
    }

    [Fact]
    public Task One_of_two_moderators_takes_a_case() =>
        EachAsync(
            async (_, id) =>
            {
                var outcomes = await Race.TogetherAsync(
                    new[] { _one, _other }.Select(moderator =>
                        (Func<Task<Outcome<Done>>>)(() => Community.SendAsync(moderator, new TakeCase.Command(id)))
                    )
                );

                Assert.Single(outcomes, outcome => outcome.Succeeded);
                Assert.Equal("case-taken", outcomes.Single(outcome => !outcome.Succeeded).Refusals.Single().Code);
            }
        );

    [Fact]
    public Task One_of_two_moderators_decides_a_case() =>
        EachAsync(
            async (author, id) =>
            {
                var suspension = await Community.SuspensionAsync(id, 7, Words);
                var outcomes = await Race.TogetherAsync<Outcome<CaseDecided>>(
                    () => Community.SendAsync(_one, Stories.Dismissal(id, Words)),
                    () => Community.SendAsync(_other, suspension)
                );

                Assert.Single(outcomes, outcome => outcome.Succeeded);
                Assert.Equal("case-closed", outcomes.Single(outcome => !outcome.Succeeded).Refusals.Single().Code);
                var upheld = await Community.InDatabaseAsync(context =>
                    context.Cases.Where(file => file.PublicId == id).Select(file => file.Upheld).SingleAsync()
                );
                Assert.Equal(outcomes[1].Succeeded, upheld);
                Assert.Equal(
                    outcomes[1].Succeeded ? 1 : 0,
                    (await Community.QueryAsync(author, new ReadDecisions.Query())).Count
                );
            }
        );

    [Fact]
    public Task A_report_joins_the_case_before_its_decision_or_opens_the_next() =>
        EachAsync(
            async (author, id) =>
            {
                var late = await Community.InsertAsync();
                var (decided, reported) = (false, false);
                await Race.TogetherAsync<bool>(
                    async () => decided = (await Community.SendAsync(_one, Stories.Dismissal(id, Words))).Succeeded,
                    async () => reported = (await Community.SendAsync(late, Report(author))).Succeeded
                );

                Assert.True(decided && reported);
                var cases = await Community.InDatabaseAsync(context =>
                    context
                        .Reports.Where(report => report.Case.AuthorId == author.Id)
                        .OrderBy(report => report.Id)
                        .Select(report => report.Case.Stage)
                        .ToListAsync()
                );
                Assert.Equal(2, cases.Count);
                Assert.Equal(CaseStage.Closed, cases[0]);
                Assert.Equal(
                    cases[1] == CaseStage.Closed ? ListMyReports.Answer.NoBreach : ListMyReports.Answer.UnderReview,
                    (await Community.QueryAsync(late, new ListMyReports.Query())).Items.Single().Answer
                );
            }
        );

    [Fact]
    public async Task Three_reports_at_once_make_one_case_that_holds_back()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var author = await Community.InsertAsync();
            var (one, other, third) = await Community.InsertThreeAsync();

            var outcomes = await Race.TogetherAsync(
                new[] { one, other, third }.Select(reporter =>
                    (Func<Task<Outcome<ReportText.Reported>>>)(() => Community.SendAsync(reporter, Report(author)))
                )
            );

            Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded));
            var file = await Community.InDatabaseAsync(context =>
                context.Cases.SingleAsync(one => one.AuthorId == author.Id)
            );
            Assert.Equal((300, Community.Clock.Now.AddHours(72)), (file.Weight, file.HoldsBackUntil));
        }
    }

    [Fact]
    public Task One_of_two_moderators_answers_an_appeal() =>
        EachAsync(
            async (author, id) =>
            {
                var third = await ModeratorAsync();
                await Community.MustAsync(_one, await Community.SuspensionAsync(id, 7, Words));
                var decision = Assert.Single(await Community.QueryAsync(author, new ReadDecisions.Query())).Id;
                await Community.MustAsync(author, new AppealMeasure.Command(decision, "I wrote to one person only."));

                var outcomes = await Race.TogetherAsync<Outcome<CaseDecided>>(
                    () => Community.SendAsync(_other, new AnswerAppeal.Command(decision, true, Words)),
                    () => Community.SendAsync(third, new AnswerAppeal.Command(decision, false, Words))
                );

                Assert.Single(outcomes, outcome => outcome.Succeeded);
                Assert.Equal("appeal-answered", outcomes.Single(outcome => !outcome.Succeeded).Refusals.Single().Code);
                Assert.Equal(
                    outcomes[0].Succeeded,
                    Assert.Single(await Community.QueryAsync(author, new ReadDecisions.Query())).Appeal!.Undone
                );
            }
        );

    [Fact]
    public async Task A_report_and_a_withdrawal_leave_a_report_or_none()
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var (sender, recipient) = await Community.InsertTwoAsync();
            var letter = await Community.DeliverAsync(sender, recipient, A.AnotherLetter());
            var (reported, withdrawn) = (false, false);

            await Race.TogetherAsync<bool>(
                async () =>
                    reported = (
                        await Community.SendAsync(
                            recipient,
                            new ReportRequest.Command(letter, ReportCategory.Spam, null)
                        )
                    ).Succeeded,
                async () =>
                    withdrawn = (await Community.SendAsync(sender, new WithdrawRequest.Command(letter))).Succeeded
            );

            Assert.True(withdrawn);
            Assert.Equal(
                reported ? 1 : 0,
                await Community.InDatabaseAsync(context =>
                    context.Reports.CountAsync(report => report.Case.AuthorId == sender.Id)
                )
            );
        }
    }

    // A new case each time, on a new member.
    private async Task EachAsync(Func<Person, string, Task> race)
    {
        for (var trial = 0; trial < Trials; trial++)
        {
            var author = await Community.InsertAsync();
            await Community.MustAsync(_reporter, Report(author));
            var id = Assert
                .Single(
                    (await Community.QueryAsync(_one, new ListCases.Query(CaseState.Open, About: author.Handle)))!.Items
                )
                .Id;
            await race(author, id);
        }
    }

    private static ReportText.Command Report(Person author) =>
        new(ReportedKind.Profile, author.Handle, ReportCategory.Spam, "It says nothing.");

    private Task<Person> ModeratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Moderator });
}

public sealed class ModerationRaceTestsOnSqlite() : ModerationRaceTests(Database.Sqlite);

public sealed class ModerationRaceTestsOnPostgres() : ModerationRaceTests(Database.Postgres);
