using ConnectGate.Care.Moderation;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Notifications;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Gate;
using ConnectGate.Tests.Slices.Foundation.Text;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using Microsoft.EntityFrameworkCore;
using static ConnectGate.Tests.Slices.Stories;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

public abstract class PassOnTests(Database database) : CommunityTests(database)
{
    private Person _requester = null!,
        _connector = null!,
        _recipient = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_requester, _connector, _recipient) = await Community.InsertThreeAsync();
        await Community.InsertConnectionAsync(_requester, _connector);
    }

    [Fact]
    public async Task The_recipient_receives_the_letter_at_once_with_the_words_at_its_head()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);
        var asked = await Community.SentAsync(_requester);
        Community.Advance(TimeSpan.FromDays(3));

        await Community.MustAsync(_connector, new PassOn.Command(id, $"  {IntroductionStories.Words}\u200B"));

        var row = Assert.Single(await Community.WaitingAsync(_recipient));
        Assert.Equal((id, _connector.DisplayName, Community.Clock.Now), (row.Id, row.IntroducedBy, row.DeliveredAt));
        var letter = await Community.MustAsync(_recipient, new OpenRequest.Command(id));
        Assert.Equal(
            new IntroductionSeen(_connector.Handle, _connector.DisplayName, IntroductionStories.Words, 1),
            letter.Introduction
        );
        Assert.Equal(
            NotificationKind.LetterArrived,
            Assert
                .Single((await Community.QueryAsync(_recipient, new ListNotifications.Query())).Notifications.Items)
                .Kind
        );
        Assert.Equal(
            ConnectorsAnswer.PassedOn,
            (await Community.QueryAsync(_connector, new ViewAsk.Query(id)))!.Answer
        );
        Assert.Equivalent(asked, await Community.SentAsync(_requester), strict: true);
    }

    [Fact]
    public async Task A_report_keeps_who_passed_it_on_and_their_words()
    {
        var id = await Community.PassOnAsync(_requester, _connector, _recipient);

        await Community.MustAsync(_recipient, new ReportRequest.Command(id, ReportCategory.Spam, null));

        var evidence = Evidence.FromJson(
            await Community.InDatabaseAsync(context =>
                context.Reports.Select(report => report.Evidence).SingleAsync(TestContext.Current.CancellationToken)
            )
        );
        Assert.Equal(
            new Evidence.PassedOnBy(_connector.Handle, _connector.DisplayName, IntroductionStories.Words),
            evidence.Introduction
        );
    }

    [Fact]
    public async Task The_recipient_reads_how_many_this_connector_passed_on_within_thirty_days()
    {
        await Community.PassOnAsync(_requester, _connector, await Community.InsertAsync());
        Community.Advance(TimeSpan.FromDays(20));
        await Community.PassOnAsync(_requester, _connector, await Community.InsertAsync());
        await Community.AskThroughAsync(_requester, _connector, await Community.InsertAsync());
        var id = await Community.PassOnAsync(_requester, _connector, _recipient);

        Assert.Equal(
            3,
            (await Community.MustAsync(_recipient, new OpenRequest.Command(id))).Introduction!.PassedOnThisMonth
        );
        Community.Advance(TimeSpan.FromDays(11));
        Assert.Equal(
            2,
            (await Community.MustAsync(_recipient, new OpenRequest.Command(id))).Introduction!.PassedOnThisMonth
        );
    }

    [Fact]
    public async Task The_connection_keeps_who_introduced_the_two()
    {
        var id = await Community.PassOnAsync(_requester, _connector, _recipient);
        await Community.MustAsync(_recipient, Accept(id));
        Community.Advance(TimeSpan.FromMinutes(10));

        foreach (var (one, other) in new[] { (_requester, _recipient), (_recipient, _requester) })
        {
            Assert.Equal(
                _connector.DisplayName,
                (await Community.QueryAsync(one, new ViewConnection.Query(other.Handle)))!.IntroducedBy
            );
        }
    }

    [Fact]
    public async Task Without_words_nothing_is_passed_on()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);
        await Community.RefusedAsync(_connector, new PassOn.Command(id, null), "introduction-missing", "words");
        foreach (var blank in Texts.Blanks.Values.SelectMany(blanks => blanks))
        {
            Assert.Equal("introduction-missing", await CodeAsync(id, Texts.Of(25, blank)));
        }

        foreach (var script in Texts.Characters.Keys.Concat(Texts.DenseCharacters.Keys))
        {
            var (character, counts) = Texts.Script(script);
            Assert.Equal(
                "introduction-too-short",
                await CodeAsync(id, Texts.Of((PassedOn.Limit.Minimum - 1) / counts, character))
            );
        }

        await Community.RefusedAsync(
            _connector,
            new PassOn.Command(id, Texts.Of(501, "a")),
            "introduction-too-long",
            "words"
        );
        Assert.Empty(await Community.WaitingAsync(_recipient));
    }

    [Fact]
    public async Task Twenty_characters_are_enough_in_every_script()
    {
        foreach (var script in Texts.Characters.Keys.Concat(Texts.DenseCharacters.Keys))
        {
            var (character, counts) = Texts.Script(script);
            var recipient = await Community.InsertAsync();
            var connector = await Community.InsertAsync();
            await Community.InsertConnectionAsync(_requester, connector);
            var id = await Community.AskThroughAsync(_requester, connector, recipient);

            await Community.MustAsync(
                connector,
                new PassOn.Command(id, Texts.Saying(PassedOn.Limit.Minimum - (counts - 1), character))
            );

            Assert.Single(await Community.WaitingAsync(recipient));
        }
    }

    [Fact]
    public async Task Abuse_is_not_passed_on()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);

        await Community.RefusedAsync(
            _connector,
            new PassOn.Command(id, "I know both from the choir, and he is an idiot, you idiot."),
            "abuse",
            "words"
        );
    }

    [Fact]
    public async Task It_is_passed_on_once_also_after_a_no()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);
        await Community.RefusedAsync(_connector, new TurnDownIntroduction.Command(id, null), "no-missing", "answer");
        await Community.RefusedAsync(
            _connector,
            new TurnDownIntroduction.Command(id, ConnectorsAnswer.PassedOn),
            "no-missing",
            "answer"
        );
        await Community.MustAsync(_connector, new TurnDownIntroduction.Command(id, ConnectorsAnswer.DontKnowThem));
        await Community.MustAsync(_connector, new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow));
        Assert.Empty(await Community.WaitingAsync(_recipient));
        Assert.Equal(
            ConnectorsAnswer.NotNow,
            Assert.Single((await Community.QueryAsync(_connector, new ListAsks.Query(Answered: true))).Items).Answer
        );

        await Community.MustAsync(_connector, new PassOn.Command(id, IntroductionStories.Words));

        await Community.IllegalAsync(_connector, new PassOn.Command(id, IntroductionStories.Words));
        await Community.IllegalAsync(_connector, new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow));
        Assert.Single(await Community.WaitingAsync(_recipient));
    }

    [Fact]
    public async Task Only_the_connector_can_answer_until_thirty_days_after_the_asking()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);
        foreach (var other in new[] { _requester, _recipient, await Community.InsertAsync() })
        {
            await Community.NotFoundAsync(other, new PassOn.Command(id, IntroductionStories.Words));
            await Community.NotFoundAsync(other, new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow));
            Assert.Null(await Community.QueryAsync(other, new ViewAsk.Query(id)));
            await Community.NotFoundAsync(other, new OpenRequest.Command(id));
        }

        Community.Advance(TimeSpan.FromDays(30));
        await Community.NotFoundAsync(_connector, new PassOn.Command(id, IntroductionStories.Words));
        Assert.Empty((await Community.QueryAsync(_connector, new ListAsks.Query())).Items);
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(_requester)).State);
    }

    [Fact]
    public async Task The_letter_keeps_the_terms_it_was_written_under_and_its_end()
    {
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);
        await Community.MustAsync(
            _recipient,
            new EditPolicy.Command(PolicyKind.IntroducedOrMet, null, ["Why me?"])
            {
                MinimumNote = 300,
                LettersAWeek = 1,
            }
        );
        Community.Advance(TimeSpan.FromDays(29));

        await Community.MustAsync(_connector, new PassOn.Command(id, IntroductionStories.Words));

        Assert.Single(await Community.WaitingAsync(_recipient));
        Community.Advance(TimeSpan.FromDays(31));
        Assert.Empty(await Community.WaitingAsync(_recipient));
    }

    [Fact]
    public async Task A_letter_passed_on_stays_within_the_days_fifty()
    {
        await Community.DisposeAsync();
        await InitializeWithAsync("1");
        var id = await Community.AskThroughAsync(_requester, _connector, _recipient);

        await Community.MustAsync(_connector, new PassOn.Command(id, IntroductionStories.Words));

        Assert.Single(await Community.WaitingAsync(_recipient));
    }

    private string _perDay = "50";

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal) { ["Gate:VouchedPerDay"] = _perDay };

    private async Task InitializeWithAsync(string perDay)
    {
        _perDay = perDay;
        await InitializeAsync();
    }

    private async Task<string> CodeAsync(string id, string words) =>
        Assert.Single((await Community.SendAsync(_connector, new PassOn.Command(id, words))).Refusals).Code;
}

public sealed class PassOnTestsOnSqlite() : PassOnTests(Database.Sqlite);

public sealed class PassOnTestsOnPostgres() : PassOnTests(Database.Postgres);
