using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ConnectGate.Tests.Data;

/// <summary>
/// The cases and suspensions of the version before measures, as that version stored them, and what becomes of them.
/// </summary>
public abstract class FairModerationTests(Database database) : CommunityTests(database)
{
    private const string Words = "You wrote the same to everybody you could find.";

    [Fact]
    public async Task Decided_cases_stay_decided_and_a_suspension_becomes_a_measure()
    {
        var (suspended, dismissed, reporter) = await Community.InsertThreeAsync();
        var (waiting, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(A.Member() with { Role = Role.Moderator })
        );
        foreach (var author in new[] { suspended, dismissed, waiting })
        {
            await Community.ReportAsync(author, reporter, A.AnotherLetter());
        }

        await Community.MustAsync(
            moderator,
            await Community.SuspensionAsync(await CaseAsync(moderator, suspended), 7, Words)
        );
        await Community.MustAsync(moderator, Stories.Dismissal(await CaseAsync(moderator, dismissed), Words));

        await Community.InDatabaseAsync(async context =>
        {
            await context.GetService<IMigrator>().MigrateAsync(Before(context), Token);
            Assert.Equal(
                ["Dismissed", "Open", "Upheld"],
                await context
                    .Database.SqlQueryRaw<string>("SELECT \"State\" AS \"Value\" FROM \"Cases\" ORDER BY 1")
                    .ToListAsync(Token)
            );
        });
        await Community.PrepareDatabaseAsync();

        var closed = (await Community.QueryAsync(moderator, new ListCases.Query(CaseState.Closed)))!.Items;
        Assert.Equal(
            [(suspended.Handle, true), (dismissed.Handle, false)],
            closed.Select(row => (row.AuthorHandle, row.Upheld)).OrderByDescending(row => row.Upheld)
        );
        var open = Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query()))!.Items);
        Assert.Equal((waiting.Handle, 100, 1), (open.AuthorHandle, open.Weight, open.Reports));
        var spam = new ListCases.Query(Category: ReportCategory.Spam);
        Assert.Equal(open.Id, Assert.Single((await Community.QueryAsync(moderator, spam))!.Items).Id);
        Assert.Equal(
            [ListMyReports.Answer.UnderReview, ListMyReports.Answer.NoBreach, ListMyReports.Answer.ActedOn],
            (await Community.QueryAsync(reporter, new ListMyReports.Query())).Items.Select(row => row.Answer)
        );

        var decision = Assert.Single(await Community.QueryAsync(suspended, new ReadDecisions.Query()));
        Assert.Equal(
            (MeasureKind.Suspend, Words, Community.Clock.Now.AddDays(7), true),
            (decision.Kind, decision.Words, decision.Until!.Value, decision.IsInForce)
        );
        var other = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        await Community.MustAsync(suspended, new AppealMeasure.Command(decision.Id, "I wrote to one person only."));
        await Community.MustAsync(other, new AnswerAppeal.Command(decision.Id, true, "We read it again."));
        Assert.False(Assert.Single(await Community.QueryAsync(suspended, new ReadDecisions.Query())).IsInForce);
    }

    private static string Before(ConnectGateContext context) =>
        context
            .Database.GetMigrations()
            .Single(name => name.EndsWith("_PhotosAgendasAndReading", StringComparison.Ordinal));

    private async Task<string> CaseAsync(Person moderator, Person author) =>
        Assert.Single((await Community.QueryAsync(moderator, new ListCases.Query(About: author.Handle)))!.Items).Id;

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class FairModerationTestsOnSqlite() : FairModerationTests(Database.Sqlite);

public sealed class FairModerationTestsOnPostgres() : FairModerationTests(Database.Postgres);
