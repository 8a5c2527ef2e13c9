using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Attempts.Refused;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Members.Suspensions;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Meetings;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices;

/// <summary>How far the story has come when a test begins, told in real commands.</summary>
internal static class Stories
{
    /// <summary>A letter on its way; gives its id.</summary>
    public static async Task<string> AskAsync(this Community community, Person sender, Person recipient) =>
        (await community.MustAsync(sender, new SendRequest.Command(recipient.Handle, A.AnotherLetter()))).Id;

    /// <summary>A letter reported by its recipient.</summary>
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

    /// <summary>A letter in the recipient's inbox; gives its id.</summary>
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

    /// <summary>Two members connected, past the grace; gives the id of the letter that began it.</summary>
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

    /// <summary>An acceptance with the form's defaults.</summary>
    public static AcceptRequest.Command Accept(string id, string? answer = null) =>
        new(id, MaySeeMyConnections: false, MayBeNamedAsLink: true, HowWeKnowEachOther: null, answer);

    /// <summary>A connection as if made long ago, without the way to it: for tests that need many.</summary>
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

    /// <summary>A new code that a member shows; its eight characters.</summary>
    public static async Task<string> ShowCodeAsync(this Community community, Person owner)
    {
        await community.MustAsync(owner, new ShowCode.Command());
        return (await community.QueryAsync(owner, new ShowCode.Query())).Shown!.Text;
    }

    /// <summary>Two members who met, confirmed by both.</summary>
    public static async Task MeetAsync(this Community community, Person owner, Person taker) =>
        await community.MustAsync(taker, new ConfirmMeeting.Command(await community.ShowCodeAsync(owner)));

    /// <summary>Suspends without closing anything.</summary>
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

    /// <summary>The command must be refused with that code, at that field, and leave every table as it was.</summary>
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

    /// <summary>The command must find nothing, and leave every table as it was.</summary>
    public static async Task NotFoundAsync<T>(this Community community, Person sender, ICommand<T> command)
    {
        var before = await community.CountEveryTableAsync();
        Assert.True((await community.SendAsync(sender, command)).IsNotFound, command.ToString());
        Assert.Equal(before, await community.CountEveryTableAsync());
    }

    /// <summary>The state does not allow the command, and every table stays as it was.</summary>
    public static async Task IllegalAsync<T>(this Community community, Person sender, ICommand<T> command)
    {
        var before = await community.CountEveryTableAsync();
        await Assert.ThrowsAsync<IllegalTransitionException>(() => community.SendAsync(sender, command));
        Assert.Equal(before, await community.CountEveryTableAsync());
    }

    /// <summary>Writes down what was refused, as the worker does every minute.</summary>
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

    /// <summary>What a sender can tell of the only request they sent.</summary>
    public static async Task<SentRequests.Row> SentAsync(this Community community, Person sender) =>
        Assert.Single((await community.QueryAsync(sender, new SentRequests.Query())).Items);

    /// <summary>The letters that wait for a member.</summary>
    public static async Task<IReadOnlyList<ReviewInbox.Row>> WaitingAsync(this Community community, Person recipient) =>
        (await community.QueryAsync(recipient, new ReviewInbox.Query())).Letters.Items;

    // Far from the keys of real requests.
    private static long _requests = 1_000_000;
}
