using ConnectGate.Desk.Figures;
using ConnectGate.Foundation.Figures;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts.Refused;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Desk.Figures;

/// <summary>The site keeps one number of refused letters for each rule and day, and nothing else.</summary>
public abstract class RefusalFiguresTests(Database database) : CommunityTests(database)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refused_letter_counts_once_for_each_rule_and_a_check_for_none()
    {
        var (sender, recipient, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(A.Member() with { Questions = ["Why me?", "Why now?"] }),
            await ModeratorAsync()
        );
        await SendAsync(sender, recipient, Letter.Blank);
        await Community.QueryAsync(sender, new CheckRequest.Query(recipient.Handle, Letter.Blank));
        Community.Clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(sender, recipient, A.Letter());
        await Community.WriteFiguresAsync(Cancelled);
        await SendAsync(sender, recipient, A.Letter());
        await Community.WriteFiguresAsync(Cancelled);
        await Community.WriteFiguresAsync(Cancelled); // nothing new

        var figures = await FiguresAsync(moderator);

        Assert.Equal(30, figures.Days.Count);
        Assert.Equal(DateOnly.FromDateTime(Community.Clock.Now), figures.Days[0]);
        Assert.Equal(
            ["answer-missing 3: 2 1", "note-missing 1: 0 1", "reason-detail-missing 1: 0 1", "reason-missing 1: 0 1"],
            figures.Refusals.Select(rule => $"{rule.Key} {rule.Total}: {rule.ByDay[0]} {rule.ByDay[1]}")
        );
        Assert.All(figures.Refusals, rule => Assert.Equal(rule.Total, rule.ByDay.Sum()));
    }

    [Fact]
    public async Task The_figures_keep_four_columns_and_nothing_of_a_refused_letter()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var before = await Community.CountEveryTableAsync();

        await SendAsync(sender, recipient, A.Letter() with { ReasonDetail = "abc" });

        Assert.Equal(before, await Community.CountEveryTableAsync()); // the answer waits for no writing
        await Community.WriteFiguresAsync(Cancelled);
        var changed = (await Community.CountEveryTableAsync()).Except(before);
        Assert.Equal(new KeyValuePair<string, long>("DayCounts", 1), Assert.Single(changed));
        await Community.InDatabaseAsync(context =>
        {
            Assert.Equal(
                ["Count", "Day", "Key", "Kind"],
                context
                    .Model.FindEntityType(typeof(DayCount))!
                    .GetProperties()
                    .Select(property => property.Name)
                    .Order(StringComparer.Ordinal)
            );
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Days_older_than_thirty_are_not_told()
    {
        var (sender, recipient, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await ModeratorAsync()
        );
        await SendAsync(sender, recipient, Letter.Blank);
        await Community.WriteFiguresAsync(Cancelled);

        Community.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(1, (await FiguresAsync(moderator)).Refusals[0].ByDay[29]);
        Community.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await FiguresAsync(moderator)).Refusals);
    }

    [Fact]
    public async Task The_counts_of_several_nodes_are_added_up()
    {
        var day = DateOnly.FromDateTime(Community.Clock.Now);
        await using var other = Community.OtherNode();

        await Task.WhenAll(
            from node in new[] { Community, other }
            from _ in Enumerable.Range(0, 10)
            select Task.Run(() => AddAsync(node), Cancelled)
        );

        Assert.Equal(
            [("abuse", 20L), ("padding", 40L)],
            await Community.InDatabaseAsync(async context =>
                (await context.DayCounts.OrderBy(count => count.Key).ToListAsync(Cancelled))
                    .Select(count => (count.Key, count.Count))
                    .ToList()
            )
        );

        Task AddAsync(Community node) =>
            node.InScopeAsync(null, null, services =>
                services
                    .GetRequiredService<IMediator>()
                    .Send(new AddRefusalCounts.Command([(day, "abuse", 1), (day, "padding", 2)]), Cancelled)
            );
    }

    [Fact]
    public async Task Counts_that_could_not_be_written_are_kept_for_the_next_time()
    {
        var (sender, recipient, moderator) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(),
            await ModeratorAsync()
        );
        await SendAsync(sender, recipient, Letter.Blank);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Community.WriteFiguresAsync(new CancellationToken(canceled: true))
        );
        await Community.WriteFiguresAsync(Cancelled);

        Assert.Equal(3, (await FiguresAsync(moderator)).Refusals.Count);
    }

    [Fact]
    public async Task Members_do_not_see_them() =>
        Assert.Null(await Community.QueryAsync(await Community.InsertAsync(), new ViewFigures.Query()));

    private async Task SendAsync(Person sender, Person recipient, Letter letter) =>
        Assert.NotEmpty(
            (await Community.SendAsync(sender, new SendRequest.Command(recipient.Handle, letter))).Refusals
        );

    private Task<Person> ModeratorAsync() => Community.InsertAsync(A.Member() with { Role = Role.Moderator });

    private async Task<ViewFigures.View> FiguresAsync(Person moderator) =>
        (await Community.QueryAsync(moderator, new ViewFigures.Query()))!;
}

public sealed class RefusalFiguresTestsOnSqlite() : RefusalFiguresTests(Database.Sqlite);

public sealed class RefusalFiguresTestsOnPostgres() : RefusalFiguresTests(Database.Postgres);
