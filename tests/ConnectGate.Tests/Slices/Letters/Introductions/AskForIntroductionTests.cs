using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

public abstract class AskForIntroductionTests(Database database) : CommunityTests(database)
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
    public async Task The_connector_receives_it_after_five_minutes_and_the_recipient_nothing()
    {
        var receipt = await Community.MustAsync(_requester, Ask(_recipient));

        Assert.Equal(
            (SenderState.Sent, Community.Clock.Now.AddMinutes(5), Community.Clock.Now.AddDays(60)),
            (receipt.State, receipt.DeliverAt, receipt.ExpiresAt)
        );
        Assert.Empty((await Community.QueryAsync(_connector, new ListAsks.Query())).Items);
        Assert.Null(await Community.QueryAsync(_connector, new ViewAsk.Query(receipt.Id)));

        Community.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(
            receipt.Id,
            Assert.Single((await Community.QueryAsync(_connector, new ListAsks.Query())).Items).Id
        );
        var asked = await Community.QueryAsync(_connector, new ViewAsk.Query(receipt.Id));
        Assert.Equal(
            (_requester.Handle, _recipient.Handle, A.Letter().Note, null),
            (asked!.Requester.Handle, asked.Recipient.Handle, asked.Note, asked.Answer)
        );
        var told = Assert.Single(
            (await Community.QueryAsync(_connector, new ListNotifications.Query())).Notifications.Items
        );
        Assert.Equal(
            (NotificationKind.AskedToIntroduce, _requester.Handle, receipt.Id),
            (told.Kind, told.Handle, told.Subject)
        );
        Assert.Empty(await Community.WaitingAsync(_recipient));
        Assert.Empty((await Community.QueryAsync(_recipient, new ListNotifications.Query())).Notifications.Items);
    }

    [Fact]
    public async Task Until_then_it_is_corrected_or_taken_back_without_trace()
    {
        var before = await Community.CountEveryTableAsync();
        var receipt = await Community.MustAsync(_requester, Ask(_recipient));
        await Community.MustAsync(_requester, new CorrectRequest.Command(receipt.Id, A.AnotherLetter()));

        await Community.MustAsync(_requester, new WithdrawRequest.Command(receipt.Id));

        var after = await Community.CountEveryTableAsync();
        Assert.True(await Community.InDatabaseAsync(context => context.DayCounts.AllAsync(count => count.Count == 0)));
        Assert.True(before.Remove("DayCounts") && after.Remove("DayCounts")); // a count that is zero again
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Only_a_connection_can_be_asked_and_only_for_who_is_there()
    {
        var (stranger, former) = await Community.InsertTwoAsync();
        await Community.InsertConnectionAsync(_requester, former);
        await Community.MustAsync(former, new ConnectGate.Ties.Connections.LetGo.Command(_requester.Handle));

        foreach (var connector in new[] { stranger.Handle, former.Handle, _requester.Handle, "nobody-here", "" })
        {
            await Community.NotFoundAsync(
                _requester,
                new AskForIntroduction.Command(_recipient.Handle, connector, A.Letter())
            );
        }

        await Community.NotFoundAsync(
            _requester,
            new AskForIntroduction.Command("nobody-here", _connector.Handle, A.Letter())
        );
        await Community.RefusedAsync(_requester, Ask(_connector), "already-connected", "recipient");
    }

    [Fact]
    public async Task It_goes_through_the_whole_gate()
    {
        var closed = await Community.InsertAsync(A.Member() with { Policy = PolicyKind.Closed });
        var blocker = await Community.InsertAsync();
        await Community.MustAsync(
            blocker,
            new ConnectGate.Ties.Connections.Blocks.BlockMember.Command(_requester.Handle)
        );

        await Community.RefusedAsync(_requester, Ask(closed), "unavailable", "recipient");
        await Community.RefusedAsync(_requester, Ask(blocker), "unavailable", "recipient");
        await Community.RefusedAsync(
            _requester,
            Ask(_recipient, A.Letter() with { Note = "I would like to add you to my professional network." }),
            "stock-sentence",
            "note"
        );
    }

    [Theory, InlineData(PolicyKind.SharedConnection), InlineData(PolicyKind.IntroducedOrMet)]
    public async Task It_is_enough_for_who_asks_for_an_introduction_or_a_shared_connection(PolicyKind policy)
    {
        var particular = await Community.InsertAsync(A.Member() with { Policy = policy });
        Assert.NotEmpty(
            (await Community.SendAsync(_requester, new SendRequest.Command(particular.Handle, A.Letter()))).Refusals
        );

        await Community.MustAsync(_requester, Ask(particular));
    }

    [Fact]
    public async Task It_is_outside_the_allowance_and_fifty_a_day()
    {
        for (var number = 0; number < 10; number++)
        {
            await Community.MustAsync(
                _requester,
                new SendRequest.Command((await Community.InsertAsync()).Handle, A.AnotherLetter())
            );
        }

        await Community.MustAsync(_requester, Ask(_recipient, A.AnotherLetter()));
        await Community.InDatabaseAsync(context =>
            context
                .Requests.Where(sent => sent.IntroducedById == null)
                .ExecuteUpdateAsync(set => set.SetProperty(sent => sent.MetAt, Community.Clock.Now))
        );
        for (var number = 11; number < new GateOptions().VouchedPerDay; number++)
        {
            await StoreMetAsync();
        }

        var other = await Community.InsertAsync();
        await Community.RefusedAsync(_requester, Ask(other, A.AnotherLetter()), "allowance", "recipient");
    }

    [Fact]
    public async Task While_it_runs_and_after_it_is_as_if_the_letter_had_gone_straight()
    {
        await Community.MustAsync(_requester, Ask(_recipient));
        var another = await Community.InsertAsync();
        await Community.InsertConnectionAsync(_requester, another);

        await Community.RefusedAsync(
            _requester,
            new SendRequest.Command(_recipient.Handle, A.AnotherLetter()),
            "already-asked",
            "recipient"
        );
        await Community.RefusedAsync(
            _requester,
            new AskForIntroduction.Command(_recipient.Handle, another.Handle, A.AnotherLetter()),
            "already-asked",
            "recipient"
        );
        Community.Advance(TimeSpan.FromDays(61));
        await Community.RefusedAsync(_requester, Ask(_recipient, A.AnotherLetter()), "again-too-soon", "recipient");
        Community.Advance(TimeSpan.FromDays(60));
        await Community.MustAsync(_requester, Ask(_recipient, A.AnotherLetter()));
    }

    [Fact]
    public async Task The_recipient_may_ask_the_requester_meanwhile()
    {
        await Community.MustAsync(_requester, Ask(_recipient));

        await Community.MustAsync(_recipient, new SendRequest.Command(_requester.Handle, A.Letter()));
    }

    [Fact]
    public async Task A_connector_has_five_at_once_of_anybody()
    {
        var asked = new List<(Person By, string Id)>();
        for (var number = 0; number < 5; number++)
        {
            var other = await Community.InsertAsync();
            await Community.InsertConnectionAsync(other, _connector);
            asked.Add((other, await Community.AskThroughAsync(other, _connector, await Community.InsertAsync())));
        }

        await Community.RefusedAsync(_requester, Ask(_recipient), "connector-busy", "recipient");
        await Community.MustAsync(asked[0].By, new WithdrawRequest.Command(asked[0].Id));
        await Community.MustAsync(_requester, Ask(_recipient));
        var next = await Community.InsertAsync();
        await Community.RefusedAsync(_requester, Ask(next, A.AnotherLetter()), "connector-busy", "recipient");
        await Community.MustAsync(_connector, new TurnDownIntroduction.Command(asked[1].Id, ConnectorsAnswer.NotNow));
        await Community.MustAsync(_requester, Ask(next, A.AnotherLetter()));
    }

    [Fact]
    public async Task The_requester_cannot_tell_an_answer_by_the_room_it_makes()
    {
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add(await Community.AskThroughAsync(_requester, _connector, await Community.InsertAsync()));
        }

        await Community.RefusedAsync(_requester, Ask(_recipient), "connector-busy", "recipient");
        await Community.MustAsync(_connector, new TurnDownIntroduction.Command(ids[0], ConnectorsAnswer.DontKnowThem));
        await Community.MustAsync(_connector, new PassOn.Command(ids[1], IntroductionStories.Words));
        await Community.RefusedAsync(_requester, Ask(_recipient), "connector-busy", "recipient");

        await Community.MustAsync(_requester, new WithdrawRequest.Command(ids[0]));
        await Community.MustAsync(_requester, Ask(_recipient));
    }

    [Fact]
    public async Task A_form_submitted_twice_with_its_key_asks_once()
    {
        var first = await Community.SendAsync(_requester, Ask(_recipient), "key");

        Assert.Equal(first.Value, (await Community.SendAsync(_requester, Ask(_recipient), "key")).Value);
        Assert.Equal(1, await Community.CountAsync<Introduction>());
    }

    [Fact]
    public async Task The_ask_page_offers_it_where_somebody_could_pass_a_letter_on()
    {
        var (strict, closed) = (
            await Community.InsertAsync(A.Member() with { Policy = PolicyKind.SharedConnection }),
            await Community.InsertAsync(A.Member() with { Policy = PolicyKind.Closed })
        );

        var asked = await Community.QueryAsync(_requester, new ComposeLetter.Query(strict.Handle));
        Assert.True(asked is { MayAsk: false, MayBeIntroduced: true });
        Assert.True(
            await Community.QueryAsync(_requester, new ComposeLetter.Query(closed.Handle)) is { MayBeIntroduced: false }
        );
        var through = await Community.QueryAsync(_requester, new ComposeLetter.Query(strict.Handle, _connector.Handle));
        Assert.Equal((true, _connector.DisplayName), (through!.MayAsk, through.Through!.DisplayName));
        Assert.Null(await Community.QueryAsync(_requester, new ComposeLetter.Query(strict.Handle, _recipient.Handle)));
        Assert.Empty(
            (
                await Community.QueryAsync(
                    _requester,
                    new CheckRequest.Query(strict.Handle, A.Letter(), _connector.Handle)
                )
            )!.Refusals
        );
    }

    private AskForIntroduction.Command Ask(Person recipient, Letter? letter = null) =>
        new(recipient.Handle, _connector.Handle, letter ?? A.Letter());

    // A letter with a confirmed meeting, inserted directly.
    private async Task StoreMetAsync()
    {
        var recipient = await Community.InsertAsync();
        await Community.InDatabaseAsync(async context =>
        {
            var members = await context
                .Members.AsNoTracking()
                .Where(member => member.Id == _requester.Id || member.Id == recipient.Id)
                .ToDictionaryAsync(member => member.Id);
            var attempt = Attempt.ToSend(
                A.Letter(),
                members[_requester.Id],
                members[recipient.Id],
                Community.Clock.Now
            ) with
            {
                Grounds = new Grounds { MetAt = Community.Clock.Now },
            };
            context.Requests.Add(
                ConnectionRequest.Send(AdmittedLetter.Of(attempt), new GateOptions(), Community.Clock.Now)
            );
            await context.SaveChangesAsync();
        });
    }
}

public sealed class AskForIntroductionTestsOnSqlite() : AskForIntroductionTests(Database.Sqlite);

public sealed class AskForIntroductionTestsOnPostgres() : AskForIntroductionTests(Database.Postgres);
