using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Asking;

/// <summary>The gate's findings for a member who is still writing.</summary>
public abstract class CoachingTests(Database database) : CommunityTests(database)
{
    private readonly GateOptions _limits = new();
    private Person _sender = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _sender = await Community.InsertAsync();
    }

    [Fact]
    public async Task A_check_tells_what_is_missing_and_stores_nothing()
    {
        var recipient = await Community.InsertAsync(A.Member() with { Questions = ["Why me?", "Who are you?"] });

        var view = await CheckAsync(
            recipient,
            new Letter("Hello", null, null, [new Answer("q1", "You know the tides")])
        );

        Assert.Equal(
            [
                "answer-missing answers[q2]",
                "note-too-short note",
                "reason-detail-missing reasonDetail",
                "reason-missing reason",
            ],
            view.Refusals.Select(refusal => $"{refusal.Code} {refusal.Field}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [("question-open", "answers[q2]"), ("characters-left", "note")],
            view.Help.Select(help => (help.Code, help.Field))
        );
        Assert.Contains("Who are you?", view.Help[0].Message, StringComparison.Ordinal);
        Assert.Contains("5 of at least 20", view.Help[1].Message, StringComparison.Ordinal);
        Assert.Equal(PersonalNote.Shortest, view.MinimumNote);
    }

    [Fact]
    public async Task It_asks_for_as_much_as_the_recipient_does_and_says_what_they_welcome()
    {
        var recipient = await Community.InsertAsync();
        await Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.Open, null, null) { MinimumNote = 200, WelcomesJobEnquiries = true }
        );

        var view = await CheckAsync(recipient, A.Letter() with { Reason = Reason.HiringOrJob });

        Assert.Equal(["characters-left", "jobs-welcome"], view.Help.Select(help => help.Code));
        Assert.Contains("of at least 200", view.Help[0].Message, StringComparison.Ordinal);
        Assert.Equal(200, view.MinimumNote);
    }

    [Fact]
    public async Task It_names_whom_both_know_until_the_letter_does()
    {
        var (recipient, ines) = (
            await Community.InsertAsync(),
            await Community.InsertAsync(A.Member() with { DisplayName = "Inês Carvalho" })
        );
        await Community.InsertConnectionAsync(_sender, ines);
        await Community.InsertConnectionAsync(recipient, ines);

        Assert.Contains(
            "Inês Carvalho",
            Assert.Single((await CheckAsync(recipient, A.Letter())).Help).Message,
            StringComparison.Ordinal
        );
        Assert.Empty((await CheckAsync(recipient, A.Letter() with { Note = A.Letter().Note + " INES told me." })).Help);
    }

    [Fact]
    public async Task It_names_nobody_whom_the_ask_page_would_not()
    {
        var (recipient, link) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(_sender, link);
        await Community.InsertConnectionAsync(
            recipient,
            link,
            ConnectGate.Ties.Connections.Side.OfTheAsker with
            {
                MayBeNamedAsLink = false,
            }
        );

        Assert.Empty((await CheckAsync(recipient, A.Letter())).Help);
    }

    [Fact]
    public async Task A_note_that_could_have_been_written_to_anyone_comes_with_advice()
    {
        var recipient = await Community.InsertAsync();
        var letter = A.Letter() with { Note = "I came across your profile while I was waiting for the tram." };

        var view = await CheckAsync(recipient, letter);

        Assert.Empty(view.Refusals);
        Assert.NotEmpty(view.Advice);
        Assert.All(view.Advice, advice => Assert.NotNull(advice.Quote));
        Assert.Empty((await CheckAsync(recipient, A.Letter())).Advice);
    }

    [Fact]
    public async Task A_refusal_that_words_cannot_help_offers_none()
    {
        var recipient = await Community.InsertAsync(A.Member() with { Questions = ["Why me?"] });
        await Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.Closed, null, ["Why me?"]) { MinimumNote = 200 }
        );

        var view = await CheckAsync(recipient, A.Letter());

        Assert.Contains(view.Refusals, refusal => refusal.Code == "unavailable");
        Assert.Empty(view.Help.Concat(view.Advice));
        Assert.Equal(PersonalNote.Shortest, view.MinimumNote);
    }

    [Fact]
    public async Task It_never_looks_for_a_copy_and_the_sending_does()
    {
        await Community.MustAsync(_sender, new SendRequest.Command((await Community.InsertAsync()).Handle, A.Letter()));
        var other = await Community.InsertAsync();

        Assert.Empty((await CheckAsync(other, A.Letter())).Refusals);
        await Community.RefusedAsync(_sender, new SendRequest.Command(other.Handle, A.Letter()), "copied-note", "note");
    }

    [Fact]
    public async Task A_correction_is_checked_by_the_terms_it_was_sent_under()
    {
        var recipient = await Community.InsertAsync(A.Member() with { Questions = ["Why me?"] });
        var sent = await Community.MustAsync(
            _sender,
            new SendRequest.Command(
                recipient.Handle,
                A.Letter() with
                {
                    Answers = [new Answer("q1", "You know the tides")],
                }
            )
        );
        await Community.MustAsync(
            recipient,
            new EditPolicy.Command(PolicyKind.Closed, null, ["Why now?"]) { MinimumNote = 300 }
        );
        var before = await Community.CountEveryTableAsync();

        var view = (await Community.QueryAsync(_sender, new CheckRequest.OfCorrection(sent.Id, A.Letter())))!;

        Assert.Equal(
            ("answer-missing", "answers[0]"),
            Assert.Single(view.Refusals) is var refusal ? (refusal.Code, refusal.Field) : default
        );
        Assert.Contains("Why me?", Assert.Single(view.Help).Message, StringComparison.Ordinal);
        Assert.Equal(before, await Community.CountEveryTableAsync());
        Assert.Null(await Community.QueryAsync(recipient, new CheckRequest.OfCorrection(sent.Id, A.Letter())));
    }

    [Fact]
    public async Task Nobody_is_checked_for_who_is_not_there() =>
        Assert.Null(await Community.QueryAsync(_sender, new CheckRequest.Query("nobody-at-all", A.Letter())));

    [Fact]
    public async Task A_member_has_300_checks_and_30_sends_in_ten_minutes_and_neither_uses_up_the_other()
    {
        var recipient = await Community.InsertAsync();
        for (var check = 0; check < 300; check++)
        {
            Assert.NotNull(
                (
                    await Community.QueryAsync(_sender, new CheckRequest.Query(recipient.Handle, Letter.Blank))
                )!.MinimumNote
            );
        }

        var tooMany = (await Community.QueryAsync(_sender, new CheckRequest.Query(recipient.Handle, A.Letter())))!;
        Assert.Equal(["too-many-attempts"], tooMany.Refusals.Select(refusal => refusal.Code));
        Assert.Empty(tooMany.Help.Concat(tooMany.Advice));
        Assert.Contains(
            (await Community.QueryAsync(recipient, new CheckRequest.Query(_sender.Handle, Letter.Blank)))!.Refusals,
            refusal => refusal.Code == "note-missing"
        );

        for (var send = 0; send < 30; send++)
        {
            await Community.RefusedAsync(
                _sender,
                new SendRequest.Command(recipient.Handle, Letter.Blank),
                "note-missing",
                "note"
            );
        }

        await Community.RefusedAsync(
            _sender,
            new SendRequest.Command(recipient.Handle, A.Letter()),
            "too-many-attempts",
            ""
        );
        Community.Clock.Advance(_limits.AttemptsWindow);
        Assert.Empty((await CheckAsync(recipient, A.Letter())).Refusals);
        await Community.MustAsync(_sender, new SendRequest.Command(recipient.Handle, A.Letter()));
    }

    private async Task<CheckRequest.View> CheckAsync(Person recipient, Letter letter)
    {
        var before = await Community.CountEveryTableAsync();
        var view = await Community.QueryAsync(_sender, new CheckRequest.Query(recipient.Handle, letter));
        Assert.Equal(before, await Community.CountEveryTableAsync());
        return view!;
    }
}

public sealed class CoachingTestsOnSqlite() : CoachingTests(Database.Sqlite);

public sealed class CoachingTestsOnPostgres() : CoachingTests(Database.Postgres);
