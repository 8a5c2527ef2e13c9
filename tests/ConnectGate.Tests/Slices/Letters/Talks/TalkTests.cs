using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Notifications;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Letters.Talks;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Letters.Talks;

public abstract class TalkTests(Database database) : TwoMembersTests(database)
{
    private string _letter = "";
    private DateTime _end;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _letter = await Community.DeliverAsync(Sender, Recipient);
        _end = (await Community.SentAsync(Sender)).ExpiresAt;
    }

    [Fact]
    public async Task They_write_in_turn_and_each_is_told()
    {
        await WriteAsync("  Which of my talks do you mean?  ");
        await Community.IllegalAsync(Recipient, new WriteToSender.Command(_letter, "Are you there?"));
        Assert.Equal((NotificationKind.RecipientWrote, _letter), Told(Assert.Single(await ToldAsync(Sender))));
        Assert.Equal(TalkSeen.MyTurn, (await Community.SentAsync(Sender)).Talk);

        await AnswerAsync("The one in Lund.");
        await Community.IllegalAsync(Sender, new AnswerRecipient.Command(_letter, "It was good."));

        Assert.Equal((NotificationKind.SenderAnswered, _letter), Told((await ToldAsync(Recipient))[0]));
        var mine = (await OpenAsync()).Talk!;
        Assert.Equal(
            [(true, "Which of my talks do you mean?"), (false, "The one in Lund.")],
            mine.Lines.Select(line => (line.Mine, line.Text))
        );
        Assert.True(mine is { Runs: true, MyTurn: true, ExchangesLeft: 4 });
        var theirs = (await Community.QueryAsync(Sender, new ViewTalk.Query(_letter)))!;
        Assert.Equal([false, true], theirs.Lines.Select(line => line.Mine));
        Assert.True(theirs is { Runs: true, MyTurn: false });
        Assert.Equal(TalkSeen.TheirTurn, (await Community.SentAsync(Sender)).Talk);
    }

    [Fact]
    public async Task After_five_exchanges_it_is_over_and_the_letters_time_goes_on()
    {
        for (var exchange = 0; exchange < Talk.MostExchanges; exchange++)
        {
            await WriteAsync("And then?");
            Community.Advance(TimeSpan.FromDays(1));
            await AnswerAsync("This and that.");
        }

        await Community.IllegalAsync(Recipient, new WriteToSender.Command(_letter, "One more."));
        Assert.True(
            (await OpenAsync())
                is { Talk: { Runs: false, ExchangesLeft: 0 }, Decision.CanTalk: false, State: LetterState.Waiting }
        );
        Assert.Equal(_end.AddDays(5), await EndSeenByBothAsync()); // five days of talk do not count
    }

    [Fact]
    public async Task While_it_runs_the_letter_cannot_expire_and_afterwards_it_does()
    {
        Community.Advance(TimeSpan.FromDays(59));
        await WriteAsync();
        Assert.Equal(_end.AddDays(14), await EndSeenByBothAsync());
        Community.Advance(TimeSpan.FromDays(13));
        await AnswerAsync();
        Assert.Equal(_end.AddDays(27), await EndSeenByBothAsync());

        Community.Advance(TimeSpan.FromDays(14));
        Assert.False((await OpenAsync()).Talk!.Runs);
        await Community.IllegalAsync(Recipient, new WriteToSender.Command(_letter, "Still there?"));
        await Community.IllegalAsync(Recipient, new StopTalk.Command(_letter));
        Community.Advance(_end.AddDays(27) - Community.Clock.Now - TimeSpan.FromSeconds(1));
        Assert.Equal(
            (LetterState.Waiting, SenderState.Sent),
            ((await OpenAsync()).State, (await Community.SentAsync(Sender)).State)
        );
        Community.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(
            (LetterState.Expired, SenderState.ClosedWithoutAnswer),
            ((await OpenAsync()).State, (await Community.SentAsync(Sender)).State)
        );
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Either_stops_it_and_the_letter_waits_as_before(bool byRecipient)
    {
        await WriteAsync();
        Community.Advance(TimeSpan.FromDays(3));

        await Community.MustAsync(byRecipient ? Recipient : Sender, new StopTalk.Command(_letter));

        Assert.Equal(_end.AddDays(3), await EndSeenByBothAsync());
        Assert.True(
            await OpenAsync()
                is { Talk.Runs: false, State: LetterState.Waiting, Decision: { CanAccept: true, CanTalk: false } }
        );
        Assert.Equal(TalkSeen.Over, (await Community.SentAsync(Sender)).Talk);
        await Community.IllegalAsync(Sender, new AnswerRecipient.Command(_letter, "Wait."));
        await Community.IllegalAsync(Recipient, new WriteToSender.Command(_letter, "Wait."));
        await Community.IllegalAsync(Sender, new StopTalk.Command(_letter));
    }

    [Fact]
    public async Task A_stranger_finds_no_talk_and_the_sender_cannot_begin_one()
    {
        await Community.NotFoundAsync(Sender, new AnswerRecipient.Command(_letter, "Hello?"));
        await Community.NotFoundAsync(Sender, new StopTalk.Command(_letter));
        await Community.NotFoundAsync(Recipient, new StopTalk.Command(_letter));
        Assert.Null(await Community.QueryAsync(Sender, new ViewTalk.Query(_letter)));
        await WriteAsync();
        var stranger = await Community.InsertAsync();
        await Community.NotFoundAsync(stranger, new WriteToSender.Command(_letter, "Hello."));
        await Community.NotFoundAsync(stranger, new AnswerRecipient.Command(_letter, "Hello."));
        await Community.NotFoundAsync(stranger, new StopTalk.Command(_letter));
        Assert.Null(await Community.QueryAsync(stranger, new ViewTalk.Query(_letter)));
        Assert.Null(await Community.QueryAsync(Recipient, new ViewTalk.Query(_letter)));
    }

    [Theory]
    [InlineData(null, "talk-missing"), InlineData(" \u200B ", "talk-missing"), InlineData("You idiot", "abuse")]
    public async Task Blank_and_abusive_lines_of_either_are_refused(string? text, string code)
    {
        await Community.RefusedAsync(Recipient, new WriteToSender.Command(_letter, text), code, "text");
        await Community.RefusedAsync(
            Recipient,
            new WriteToSender.Command(_letter, new string('x', 1_001)),
            "talk-too-long",
            "text"
        );
        await WriteAsync();
        await Community.RefusedAsync(Sender, new AnswerRecipient.Command(_letter, text), code, "text");
    }

    [Fact]
    public async Task The_suspended_write_nothing_and_who_blocked_is_told_so()
    {
        await WriteAsync();
        await Community.MustAsync(Sender, new BlockMember.Command(Recipient.Handle));
        await Community.RefusedAsync(Sender, new AnswerRecipient.Command(_letter, "Hm."), Finding.Unavailable, "");
        await Community.SuspendAsync(Sender);
        await Community.RefusedAsync(Sender, new AnswerRecipient.Command(_letter, "Hm."), "suspended", "");
        var other = await Community.DeliverAsync(await Community.InsertAsync(), Recipient);
        await Community.SuspendAsync(Recipient);
        await Community.RefusedAsync(Recipient, new WriteToSender.Command(other, "Hm."), "suspended", "");
    }

    [Fact]
    public async Task A_line_after_a_silent_decline_reaches_nobody()
    {
        await WriteAsync();
        await Community.MustAsync(Recipient, new DeclineRequest.Command(_letter, ForGood: false, null));
        var told = (await ToldAsync(Recipient)).Count;

        await AnswerAsync("The one in Lund.");

        Assert.Equal(told, (await ToldAsync(Recipient)).Count);
        Assert.True(await OpenAsync() is { Talk: { Runs: false, Lines.Count: 1 }, Decision.CanTalk: false });
        Assert.Equal(2, (await Community.QueryAsync(Sender, new ViewTalk.Query(_letter)))!.Lines.Count);
        await Community.IllegalAsync(Recipient, new WriteToSender.Command(_letter, "Well."));
    }

    [Fact]
    public async Task An_acceptance_opens_the_conversation_with_note_talk_and_answer()
    {
        await WriteAsync("Which talk?");
        await Community.MustAsync(Recipient, Accept(_letter, "Gladly."));
        await AnswerAsync("The one in Lund."); // within the grace, of which the sender knows nothing
        Community.Advance(TimeSpan.FromMinutes(10));

        var read = (await Community.QueryAsync(Recipient, new ReadConversation.Query(Sender.Handle)))!;

        Assert.Equal(
            ["Which talk?", "The one in Lund.", "Gladly."],
            read.Messages.Items.Skip(1).Select(line => line.Text)
        );
        Assert.Equal(
            [(true, false, false), (false, true, false), (false, true, false), (false, false, true)],
            read.Messages.Items.Select(line => (line.IsNote, line.IsTalk, line.IsAnswer))
        );
        Assert.Equal([false, true, false, true], read.Messages.Items.Select(line => line.Mine));
        await Community.IllegalAsync(Sender, new AnswerRecipient.Command(_letter, "And."));
    }

    [Fact]
    public async Task A_reports_evidence_holds_what_its_recipient_could_read()
    {
        await WriteAsync("Which talk?");
        await AnswerAsync("It is about a course of mine.");
        await WriteAsync("No.");

        await Community.MustAsync(Recipient, new ReportRequest.Command(_letter, ReportCategory.Sales, null));

        var evidence = Evidence.FromJson(
            await Community.InDatabaseAsync(context =>
                context.Reports.Select(report => report.Evidence).SingleAsync(Token)
            )
        );
        Assert.Equal(
            [(false, "Which talk?"), (true, "It is about a course of mine."), (false, "No.")],
            evidence.Talk!.Select(said => (said.BySender, said.Text))
        );
    }

    [Fact]
    public async Task Having_talked_counts_as_met_where_the_recipient_says_so()
    {
        await WriteAsync();
        await AnswerAsync();
        await Community.MustAsync(Recipient, new DeclineRequest.Command(_letter, ForGood: false, null));
        Community.Advance(TimeSpan.FromDays(121));
        var ask = new SendRequest.Command(Recipient.Handle, A.AnotherLetter());
        await PolicyAsync(talkedCounts: false);
        await Community.RefusedAsync(Sender, ask, "needs-introduction", "reason");
        await PolicyAsync(talkedCounts: true);
        await Community.RefusedAsync(
            await Community.InsertAsync(),
            new SendRequest.Command(Recipient.Handle, A.AnotherLetter()),
            "needs-introduction",
            "reason"
        );

        var sent = await Community.MustAsync(Sender, ask);

        // The limit applies to a correction too.
        await Community.MustAsync(Sender, new CorrectRequest.Command(sent.Id, A.AnotherLetter()));
    }

    [Fact]
    public async Task One_message_alone_is_no_talk()
    {
        await WriteAsync();
        await Community.MustAsync(Sender, new WithdrawRequest.Command(_letter));
        Community.Advance(TimeSpan.FromDays(121));
        await PolicyAsync(talkedCounts: true);

        await Community.RefusedAsync(
            Sender,
            new SendRequest.Command(Recipient.Handle, A.AnotherLetter()),
            "needs-introduction",
            "reason"
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static (NotificationKind, string) Told(ListNotifications.Row row) => (row.Kind, row.Subject);

    private Task WriteAsync(string text = "Which of my talks do you mean?") =>
        Community.MustAsync(Recipient, new WriteToSender.Command(_letter, text));

    private Task AnswerAsync(string text = "The one in Lund.") =>
        Community.MustAsync(Sender, new AnswerRecipient.Command(_letter, text));

    private Task<LetterView> OpenAsync() => Community.MustAsync(Recipient, new OpenRequest.Command(_letter));

    private async Task<DateTime> EndSeenByBothAsync()
    {
        var seen = (await OpenAsync()).ExpiresAt;
        Assert.Equal(seen, (await Community.SentAsync(Sender)).ExpiresAt);
        return seen;
    }

    private async Task<IReadOnlyList<ListNotifications.Row>> ToldAsync(Person person) =>
        (await Community.QueryAsync(person, new ListNotifications.Query())).Notifications.Items;

    private Task PolicyAsync(bool talkedCounts) =>
        Community.MustAsync(
            Recipient,
            new EditPolicy.Command(PolicyKind.IntroducedOrMet, null, null) { TalkedCountsAsMet = talkedCounts }
        );
}

public sealed class TalkTestsOnSqlite() : TalkTests(Database.Sqlite);

public sealed class TalkTestsOnPostgres() : TalkTests(Database.Postgres);
