using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.Care.Moderation.Rules;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts.Refused;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices;

/// <summary>Beginnings of tests, made by real commands.</summary>
internal static class Stories
{
    /// <summary>Sends a letter, and returns its id.</summary>
    public static async Task<string> AskAsync(this Community community, Person sender, Person recipient) =>
        (await community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.AnotherLetter()))).Id;

    /// <summary>Delivers a letter that its recipient reports.</summary>
    public static async Task ReportAsync(
        this Community community,
        Person author,
        Person reporter,
        Letter? letter = null
    ) =>
        await community.MustAsync(
            reporter,
            new ReportRequest.Command(
                await community.DeliverAsync(author, reporter, letter),
                ReportCategory.Spam,
                "It went to my whole team."
            )
        );

    /// <summary>Sends a letter, lets the time until its delivery pass, and returns its id.</summary>
    public static async Task<string> DeliverAsync(
        this Community community,
        Person sender,
        Person recipient,
        Letter? letter = null
    )
    {
        var receipt = await community.MustAsync(
            sender,
            new SendRequest.Command(recipient.Handle, letter ?? A.AnotherLetter())
        );
        community.Advance(TimeSpan.FromMinutes(5));
        return receipt.Id;
    }

    /// <summary>Connects two members, lets the grace pass, and returns the id of their letter.</summary>
    public static async Task<string> ConnectAsync(
        this Community community,
        Person asker,
        Person accepter,
        string? answer = null,
        Letter? letter = null
    )
    {
        var id = await community.DeliverAsync(asker, accepter, letter);
        await community.MustAsync(accepter, Accept(id, answer));
        community.Advance(TimeSpan.FromMinutes(10));
        return id;
    }

    /// <summary>An acceptance with the defaults of the form.</summary>
    public static AcceptRequest.Command Accept(string id, string? answer = null) =>
        new(id, MaySeeMyConnections: false, MayBeNamedAsLink: true, HowWeKnowEachOther: null, answer);

    /// <summary>Inserts a connection without its request, as if made long ago.</summary>
    public static Task InsertConnectionAsync(
        this Community community,
        Person one,
        Person other,
        Side? side = null,
        DateTime? validFrom = null
    ) =>
        community.InDatabaseAsync(async context =>
        {
            var letter = A.Letter();
            var sides = side ?? Side.OfTheAsker;
            context.Connections.Add(
                Connection.Agreed(
                    (Interlocked.Increment(ref _requests), null),
                    (PersonalNote.Of(letter.Note), StatedReason.Of(letter.Reason, letter.ReasonDetail)),
                    (one.Id, sides),
                    (other.Id, sides),
                    validFrom ?? community.Clock.Now.AddDays(-30)
                )
            );
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>Shows a new code, and returns its eight characters.</summary>
    public static async Task<string> ShowCodeAsync(this Community community, Person owner)
    {
        await community.MustAsync(owner, new ShowCode.Command());
        return (await community.QueryAsync(owner, new ShowCode.Query())).Shown!.Text;
    }

    /// <summary>Two members meet, and both confirm it.</summary>
    public static async Task MeetAsync(this Community community, Person owner, Person taker) =>
        await community.MustAsync(taker, new ConfirmMeeting.Command(await community.ShowCodeAsync(owner)));

    /// <summary>The decision that dismisses a case.</summary>
    public static DecideCase.Command Dismissal(string caseId, string? words) =>
        new(caseId, Ruling.Dismiss, null, null, words);

    /// <summary>The decision that suspends a case's author, for good without days. It names a rule.</summary>
    public static async Task<DecideCase.Command> SuspensionAsync(
        this Community community,
        string caseId,
        int? days,
        string? words
    ) => new(caseId, days is null ? Ruling.SuspendForGood : Ruling.Suspend, days, await community.RuleAsync(), words);

    /// <summary>The public id of a rule of the community.</summary>
    public static Task<string> RuleAsync(this Community community) =>
        community.InDatabaseAsync(async context =>
        {
            if (await context.CommunityRules.FirstOrDefaultAsync() is { } rule)
            {
                return rule.PublicId;
            }

            var added = context.CommunityRules.Add(new CommunityRule { Name = "Letters are personal", Wording = "" });
            await context.SaveChangesAsync();
            return added.Entity.PublicId;
        });

    /// <summary>Suspends a member. Unlike the moderators' command, it closes no letter.</summary>
    public static Task SuspendAsync(this Community community, Person member) =>
        community.InDatabaseAsync(async context =>
        {
            context.Suspensions.Add(
                new Suspension
                {
                    MemberId = member.Id,
                    ModeratorId = member.Id,
                    From = community.Clock.Now,
                    Reason = "For what this test needs.",
                }
            );
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    /// <summary>The command must be refused with that code at that field, and change no table.</summary>
    public static async Task RefusedAsync<T>(
        this Community community,
        Person? sender,
        ICommand<T> command,
        string code,
        string field
    )
    {
        var before = await community.CountEveryTableAsync();
        var outcome = await community.SendAsync(sender, command);
        Assert.Contains(outcome.Refusals, refusal =>
            refusal.Code == code && refusal.Field == field && refusal.Message.Length > 0
        );
        Assert.Equal(before, await community.CountEveryTableAsync());
    }

    /// <summary>The command must find nothing, and change no table.</summary>
    public static async Task NotFoundAsync<T>(this Community community, Person sender, ICommand<T> command)
    {
        var before = await community.CountEveryTableAsync();
        Assert.True((await community.SendAsync(sender, command)).IsNotFound, command.ToString());
        Assert.Equal(before, await community.CountEveryTableAsync());
    }

    /// <summary>The state must not allow the command, and no table may change.</summary>
    public static async Task IllegalAsync<T>(this Community community, Person sender, ICommand<T> command)
    {
        var before = await community.CountEveryTableAsync();
        await Assert.ThrowsAsync<IllegalTransitionException>(() => community.SendAsync(sender, command));
        Assert.Equal(before, await community.CountEveryTableAsync());
    }

    /// <summary>Saves the counts of refusals, as the worker does every minute.</summary>
    public static Task WriteFiguresAsync(this Community community, CancellationToken? cancellationToken = null) =>
        community.InScopeAsync(null, null, async services =>
        {
            await services
                .GetRequiredService<RefusalTally>()
                .WriteAsync(
                    services.GetRequiredService<MediatR.IMediator>(),
                    cancellationToken ?? TestContext.Current.CancellationToken
                );
            return 0;
        });

    /// <summary>The sender's view of the only request they sent.</summary>
    public static async Task<SentRequests.Row> SentAsync(this Community community, Person sender) =>
        Assert.Single((await community.QueryAsync(sender, new SentRequests.Query())).Items);

    public static async Task<IReadOnlyList<ReviewInbox.Row>> WaitingAsync(this Community community, Person recipient) =>
        (await community.QueryAsync(recipient, new ReviewInbox.Query())).Letters.Items;

    // Higher than the keys of real requests.
    private static long _requests = 1_000_000;
}
