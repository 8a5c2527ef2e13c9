using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Desk.Figures;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Foundation.Figures;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Desk.Figures;

/// <summary>The counts of letters and cases by day are exact, and the page reads nothing else.</summary>
public abstract class FiguresTests(Database database) : CommunityTests(database)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected override Action<IServiceCollection> Configure =>
        services => services.AddScoped<IRequestHandler<Happens, Outcome<Done>>, Happens.Handler>();

    [Fact]
    public async Task Letters_are_counted_as_a_count_of_the_stored_letters_would_count_them()
    {
        var recipient = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        Community.Advance(Community.Clock.Now.Date.AddDays(1).AddMinutes(-4) - Community.Clock.Now);

        // Each letter is decided four minutes before midnight and again after it.
        var corrected = await SendAsync();
        await DoAsync(
            corrected.Sender,
            new CorrectRequest.Command(
                corrected.Id,
                A.AnotherLetter() with
                {
                    Reason = Reason.Advice,
                    ReasonDetail = "On tide tables and their errors",
                }
            )
        );
        var takenBack = await SendAsync();
        await DoAsync(takenBack.Sender, new WithdrawRequest.Command(takenBack.Id));
        var letters = new List<(Person Sender, string Id)>();
        for (var number = 0; number < 7; number++)
        {
            letters.Add(await SendAsync());
        }

        Community.Advance(TimeSpan.FromDays(1));
        // The second stays accepted.
        var (undone, reported, withdrawn, blocked, declined, thenAccepted) = (
            letters[0],
            letters[2],
            letters[3],
            letters[4],
            letters[5],
            letters[6]
        );
        foreach (var (_, id) in letters.Take(5))
        {
            await DoAsync(recipient, Stories.Accept(id));
        }

        await DoAsync(recipient, new DeclineRequest.Command(declined.Id, ForGood: false, null));
        await DoAsync(recipient, new DeclineRequest.Command(thenAccepted.Id, ForGood: false, null));

        Community.Advance(TimeSpan.FromMinutes(8));
        await DoAsync(recipient, new UndoDecision.Command(undone.Id));
        await DoAsync(recipient, new ReportRequest.Command(reported.Id, ReportCategory.Spam, null));
        await DoAsync(withdrawn.Sender, new WithdrawRequest.Command(withdrawn.Id));
        await DoAsync(recipient, new BlockMember.Command(blocked.Sender.Handle));
        await DoAsync(recipient, new DeclineRequest.Command(declined.Id, ForGood: true, null));
        await DoAsync(recipient, Stories.Accept(thenAccepted.Id));
        await DoAsync(recipient, new UndoDecision.Command(thenAccepted.Id));
        await DoAsync(recipient, new UndoDecision.Command(thenAccepted.Id));
        await DoAsync(recipient, Stories.Accept(thenAccepted.Id));

        var view = (await Community.QueryAsync(recipient, new ViewFigures.Query()))!;
        Assert.Equal(
            ["Sent 8: 0 0 8", "Withdrawn 1: 1 0 0", "Accepted 2: 1 1 0", "Declined 2: 2 0 0"],
            view.Letters.Select(series => $"{series.Key} {series.Total}: {string.Join(' ', series.ByDay.Take(3))}")
        );
        Assert.Equal(
            [(Reason.YourWork, false, 7L, 4L, 2L), (Reason.Advice, false, 1, 0, 0)],
            view.Acceptance.Select(row =>
                (row.Reason, row.Introduced, row.SentCount, row.DecidedCount, row.AcceptedCount)
            )
        );

        async Task<(Person Sender, string Id)> SendAsync()
        {
            var sender = await Community.InsertAsync();
            var sql = Community.Sql.Listen();
            var id = await Community.AskAsync(sender, recipient);
            Assert.Single(sql, text => text.Contains("DayCounts", StringComparison.Ordinal));
            return (sender, id);
        }
    }

    [Fact]
    public async Task Cases_are_counted_on_their_days_and_the_figures_read_counts_alone()
    {
        var moderator = await Community.InsertAsync(A.Member() with { Role = Role.Moderator });
        var now = Community.Clock.Now;
        foreach (var hours in new[] { 0.5, 3, 23, 24, 200 })
        {
            var file = Case.Open(moderator.Id, now.AddHours(-hours));
            file.Close(upheld: false, moderator.Id, "No breach of the rules.", now);
            await Community.MustAsync(null, new Happens(new CaseOpened(file), new CaseClosed(file)));
        }

        Assert.False(
            (await Community.SendAsync(null, new Happens(Report(ReportCategory.Spam)) { Fails = true })).Succeeded
        );
        await Community.MustAsync(null, new Happens(Report(ReportCategory.Sales), Report(ReportCategory.Sales)));
        await Community.MustAsync(null, new Happens(Report(ReportCategory.Other)));

        var sql = Community.Sql.Listen();
        var view = (await Community.QueryAsync(moderator, new ViewFigures.Query(To: new DateOnly(2999, 1, 1))))!;

        Assert.Contains("\"DayCounts\"", Assert.Single(sql), StringComparison.Ordinal);
        Assert.DoesNotContain("JOIN", sql[0], StringComparison.Ordinal);
        Assert.Equal(["1h 1", "6h 1", "24h 1", "3d 1", "7d 0", "longer 1"], Shown(view.DecisionTimes));
        Assert.Equal(5, view.DecisionTimes.Sum(time => time.ByDay[0]));
        Assert.Equal(["Sales 2", "Other 1"], Shown(view.Reports));
        Assert.Equal(5, view.Opened.Sum(opened => opened.Total));
        Assert.Equal(DateOnly.FromDateTime(now), view.Days[0]);

        var longest = (await Community.QueryAsync(moderator, new ViewFigures.Query(From: DateOnly.MinValue)))!;
        Assert.Equal(ViewFigures.MostDays, longest.Days.Count);

        // The rows do not grow with what happens.
        var rows = await Community.CountAsync<DayCount>();
        await Community.MustAsync(null, new Happens(Report(ReportCategory.Other)));
        Assert.Equal(rows, await Community.CountAsync<DayCount>());

        static IEnumerable<string> Shown(IEnumerable<ViewFigures.Series> all) =>
            all.Select(series => $"{series.Key} {series.Total}");

        ReportMade Report(ReportCategory category) =>
            new(
                new Report
                {
                    Case = Case.Open(moderator.Id, now),
                    ReporterId = moderator.Id,
                    Kind = ReportedKind.Profile,
                    SubjectId = moderator.Id,
                    Words = "",
                    Weight = ConnectGate.Care.Moderation.Report.FullWeight,
                    Category = category,
                    Comment = "",
                    Evidence = "{}",
                    At = now,
                }
            );
    }

    // After each act, the stored counts are what the stored letters say.
    private async Task DoAsync<T>(Person sender, ICommand<T> command)
    {
        await Community.MustAsync(sender, command);
        await Community.InDatabaseAsync(async context =>
        {
            var letters = await context.Requests.AsNoTracking().ToListAsync(Token);
            var expected = letters
                .Select(letter => (CountLetters.Sent, letter.SentAt, letter))
                .Concat(letters.Where(Is(RequestState.Accepted)).Select(Decided(CountLetters.Accepted)))
                .Concat(
                    letters
                        .Where(Is(RequestState.DeclinedForGood, RequestState.DeclinedNotNow))
                        .Select(Decided(CountLetters.Declined))
                )
                .GroupBy(one =>
                    (one.Item1, one.Item2.Date, CountLetters.KeyOf(one.letter.Reason, one.letter.IntroducedById))
                )
                .Select(group => $"{group.Key} {group.Count()}")
                .Order(StringComparer.Ordinal);
            var counted = (await context.DayCounts.AsNoTracking().ToListAsync(Token))
                .Where(count =>
                    count.Count != 0
                    && count.Kind is not (CountLetters.Withdrawn or CountCases.Reports or CountCases.Opened)
                )
                .Select(count => $"{(count.Kind, DayOf(count), count.Key)} {count.Count}")
                .Order(StringComparer.Ordinal);
            Assert.Equal(expected, counted);
        });

        static DateTime DayOf(DayCount count) => count.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

        static Func<ConnectionRequest, bool> Is(params RequestState[] states) =>
            letter => states.Contains(letter.State);

        static Func<ConnectionRequest, (string, DateTime, ConnectionRequest letter)> Decided(string kind) =>
            letter => (kind, letter.DecidedAt!.Value, letter);
    }

    /// <summary>Publishes events, as the commands of moderators do.</summary>
    [SentBy(Senders.Anybody)]
    internal sealed record Happens(params INotification[] Events) : ICommand<Done>
    {
        public bool Fails { get; init; }

        internal sealed class Handler(IMediator mediator) : IRequestHandler<Happens, Outcome<Done>>
        {
            public async Task<Outcome<Done>> Handle(Happens request, CancellationToken cancellationToken)
            {
                foreach (var happened in request.Events)
                {
                    await mediator.Publish(happened, cancellationToken);
                }

                return request.Fails
                    ? Outcome<Done>.Refused([new Refusal("own-case", "", Words.Of("own-case"))])
                    : default(Done);
            }
        }
    }
}

public sealed class FiguresTestsOnSqlite() : FiguresTests(Database.Sqlite);

public sealed class FiguresTestsOnPostgres() : FiguresTests(Database.Postgres);
