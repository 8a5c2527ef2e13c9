using ConnectGate.Care.Moderation;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Letters.Allowances;

/// <summary>The numbers of the allowance: the beginning and end of each, and the page that shows them.</summary>
public abstract class AllowanceTests(Database database) : TwoMembersTests(database)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_usual_one_has_no_reason_to_tell()
    {
        var allowance = await AllowanceAsync();

        Assert.Equal((10, 20, 10), (allowance.Left, allowance.MostUnderWay, allowance.MostToday));
        Assert.Equal((null, null, null), (allowance.MostThisWeek, allowance.NewUntil, allowance.HalvedUntil));
    }

    [Fact]
    public async Task An_upheld_report_halves_it_for_seven_days()
    {
        await UpholdAsync(days: 1);
        var upheldAt = Community.Clock.Now;
        Community.Advance(TimeSpan.FromDays(2)); // past the suspension and the day of the reported letter

        var allowance = await AllowanceAsync();
        Assert.Equal(
            (10, 5, upheldAt.AddDays(7)),
            (allowance.MostUnderWay, allowance.MostToday, allowance.HalvedUntil)
        );
        for (var sent = 0; sent < 5; sent++)
        {
            await Community.AskAsync(Sender, await Community.InsertAsync());
        }

        Assert.Equal(Community.Clock.Now.AddHours(24), (await AllowanceAsync()).FreesUpAt);
        await Community.RefusedAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, A.Letter()),
            "allowance",
            "recipient"
        );

        Community.Advance(upheldAt.AddDays(7) - Community.Clock.Now - Moment);
        Assert.Equal(5, (await AllowanceAsync()).MostToday);
        Community.Advance(Moment);
        Assert.Equal(
            (20, 10, null),
            (
                (await AllowanceAsync()).MostUnderWay,
                (await AllowanceAsync()).MostToday,
                (await AllowanceAsync()).HalvedUntil
            )
        );
    }

    [Fact]
    public async Task It_says_the_first_time_at_which_there_is_room_also_when_that_is_the_end_of_a_gear()
    {
        await UpholdAsync(days: 1);
        var upheldAt = Community.Clock.Now;
        Community.Advance(TimeSpan.FromDays(6.5));
        for (var sent = 0; sent < 5; sent++)
        {
            await Community.AskAsync(Sender, await Community.InsertAsync());
        }

        Assert.Equal(upheldAt.AddDays(7), (await AllowanceAsync()).FreesUpAt);
        Community.Advance(TimeSpan.FromDays(0.5));
        Assert.Equal(5, (await AllowanceAsync()).Left);
    }

    [Fact]
    public async Task A_dismissed_case_changes_nothing()
    {
        await Community.ReportAsync(Sender, await Community.InsertAsync());
        var moderator = await Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        await Community.MustAsync(
            moderator,
            Stories.Dismissal(await CaseAsync(moderator), "Nothing in it is against the rules.")
        );

        Assert.Null((await AllowanceAsync()).HalvedUntil);
    }

    [Fact]
    public async Task A_new_member_is_told_until_when_it_is_smaller_and_half_of_three_is_one()
    {
        Sender = await Community.InsertAsync(A.Member() with { JoinedAgo = TimeSpan.FromDays(1) });
        Assert.Equal(
            (3, Community.Clock.Now.AddDays(6)),
            ((await AllowanceAsync()).MostToday, (await AllowanceAsync()).NewUntil)
        );

        await UpholdAsync(days: 1);

        Assert.Equal(1, (await AllowanceAsync()).MostToday);
    }

    [Fact]
    public async Task Forty_unanswered_requests_older_than_sixty_days_leave_five_a_week()
    {
        await SentInVainAsync(39, daysAgo: 61);
        Assert.Null((await AllowanceAsync()).MostThisWeek);

        await SentInVainAsync(1, daysAgo: 60); // not more than sixty days ago
        Assert.Null((await AllowanceAsync()).MostThisWeek);
        Community.Advance(Moment);
        Assert.Equal((5, 5), ((await AllowanceAsync()).MostThisWeek, (await AllowanceAsync()).Left));

        var first = Community.Clock.Now;
        for (var sent = 0; sent < 5; sent++)
        {
            await Community.AskAsync(Sender, await Community.InsertAsync());
            Community.Advance(TimeSpan.FromHours(30));
        }

        Assert.Equal(
            (0, 5, first.AddDays(7)),
            ((await AllowanceAsync()).Left, (await AllowanceAsync()).ThisWeek, (await AllowanceAsync()).FreesUpAt)
        );
        await Community.RefusedAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, A.Letter()),
            "allowance",
            "recipient"
        );
        Community.Advance(first.AddDays(7) - Community.Clock.Now);
        Assert.Equal(1, (await AllowanceAsync()).Left);
    }

    [Fact]
    public async Task It_recovers_when_one_of_the_last_forty_was_accepted_from_the_end_of_the_grace()
    {
        await SentInVainAsync(40, daysAgo: 61);
        var id = await Community.DeliverAsync(Sender, Recipient);
        Community.Advance(TimeSpan.FromDays(59));
        await Community.MustAsync(Recipient, Stories.Accept(id));
        Community.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(5, (await AllowanceAsync()).MostThisWeek); // not yet sixty days old

        Community.Advance(TimeSpan.FromDays(1));
        Assert.Null((await AllowanceAsync()).MostThisWeek);
    }

    [Fact]
    public async Task An_acceptance_that_can_be_undone_does_not_count()
    {
        await SentInVainAsync(40, daysAgo: 61);
        await Community.InDatabaseAsync(async context =>
        {
            var last = await context.Requests.OrderByDescending(request => request.Id).FirstAsync(Token);
            Accept(context, last, graceEnds: Community.Clock.Now.AddMinutes(1));
            await context.SaveChangesAsync(Token);
        });

        Assert.Equal(5, (await AllowanceAsync()).MostThisWeek);
        Community.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await AllowanceAsync()).MostThisWeek);
    }

    [Fact]
    public async Task An_acceptance_before_the_last_forty_is_past()
    {
        await SentInVainAsync(1, daysAgo: 300);
        await Community.InDatabaseAsync(async context =>
        {
            Accept(context, await context.Requests.SingleAsync(Token), graceEnds: Community.Clock.Now.AddDays(-299));
            await context.SaveChangesAsync(Token);
        });
        await SentInVainAsync(39, daysAgo: 100);
        Assert.Null((await AllowanceAsync()).MostThisWeek);

        await SentInVainAsync(1, daysAgo: 90);

        Assert.Equal(5, (await AllowanceAsync()).MostThisWeek);
    }

    private static void Accept(ConnectGateContext context, ConnectionRequest request, DateTime graceEnds)
    {
        context.Entry(request).Property(row => row.State).CurrentValue = RequestState.Accepted;
        context.Entry(request).Property(row => row.GraceEndsAt).CurrentValue = graceEnds;
    }

    private async Task<Allowance> AllowanceAsync() =>
        (await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.Allowance;

    private async Task UpholdAsync(int days)
    {
        await Community.ReportAsync(Sender, await Community.InsertAsync());
        var moderator = await Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        await Community.MustAsync(
            moderator,
            await Community.SuspensionAsync(await CaseAsync(moderator), days, "It went to a whole team.")
        );
    }

    private async Task<string> CaseAsync(Person moderator) =>
        (await Community.QueryAsync(moderator, new ListCases.Query()))!.Items[^1].Id;

    // Inserted as sent long ago without an answer: forty real commands would need weeks of the clock.
    private Task SentInVainAsync(int requests, int daysAgo) =>
        Community.InDatabaseAsync(async context =>
        {
            var (sender, sentAt) = (
                await context.Members.SingleAsync(member => member.Id == Sender.Id, Token),
                Community.Clock.Now.AddDays(-daysAgo)
            );
            for (var request = 0; request < requests; request++)
            {
                var recipient = await Community.InsertAsync();
                var member = await context.Members.SingleAsync(member => member.Id == recipient.Id, Token);
                context.Requests.Add(
                    ConnectionRequest.Send(
                        AdmittedLetter.Of(Attempt.ToSend(A.Letter(), sender, member, sentAt)),
                        new GateOptions(),
                        sentAt
                    )
                );
            }

            await context.SaveChangesAsync(Token);
        });

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

public sealed class AllowanceTestsOnSqlite() : AllowanceTests(Database.Sqlite);

public sealed class AllowanceTestsOnPostgres() : AllowanceTests(Database.Postgres);
