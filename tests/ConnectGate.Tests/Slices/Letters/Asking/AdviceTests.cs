using ConnectGate.Desk.Inbox;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Introductions;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Asking;

/// <summary>A letter that is only likely to be one for anyone: the gate advises once, and its sender decides.</summary>
public abstract class AdviceTests(Database database) : TwoMembersTests(database)
{
    private static Letter ToAnyone =>
        A.Letter() with
        {
            Note = "I came across your profile while I was waiting for the tram.",
        };

    private SendRequest.Command Ask(Letter letter) => new(Recipient.Handle, letter);

    [Fact]
    public async Task Advice_is_given_once_and_then_the_letter_goes_as_it_is()
    {
        var advice = Assert.Single(await AdvisedAsync(Ask(ToAnyone)));

        Assert.Equal(("sounds-stock", "note"), (advice.Code, advice.Field));
        Assert.Contains(advice.Quote!.Text, ToAnyone.Note, StringComparison.Ordinal);
        await Community.MustAsync(Sender, Ask(ToAnyone with { AdviceSeen = true }));
        Community.Advance(TimeSpan.FromMinutes(5));
        var row = Assert.Single(await Community.WaitingAsync(Recipient));
        Assert.Equal((ToAnyone.Note, true), (row.FirstLines, row.CouldBeToAnyone));
    }

    [Fact]
    public async Task Seen_advice_lets_no_refusal_pass_and_marks_no_other_letter()
    {
        await Community.RefusedAsync(
            Sender,
            Ask(ToAnyone with { ReasonDetail = null, AdviceSeen = true }),
            "reason-detail-missing",
            "reasonDetail"
        );

        await Community.MustAsync(Sender, Ask(A.Letter() with { AdviceSeen = true }));
        Community.Advance(TimeSpan.FromMinutes(5));
        Assert.False(Assert.Single(await Community.WaitingAsync(Recipient)).CouldBeToAnyone);
    }

    [Fact]
    public async Task A_correction_is_advised_likewise_and_decides_where_the_letter_comes()
    {
        var id = await Community.AskAsync(Sender, Recipient);

        Assert.Single(await AdvisedAsync(new CorrectRequest.Command(id, ToAnyone)));
        await Community.MustAsync(Sender, new CorrectRequest.Command(id, ToAnyone with { AdviceSeen = true }));
        Assert.True(await ComesBelowAsync(id));

        await Community.MustAsync(Sender, new CorrectRequest.Command(id, A.Letter()));
        Assert.False(await ComesBelowAsync(id));
    }

    [Fact]
    public async Task A_connector_passes_an_advised_letter_on_and_it_comes_below_the_others()
    {
        var connector = await Community.InsertAsync();
        await Community.InsertConnectionAsync(Sender, connector);
        Assert.Single(await AdvisedAsync(new AskForIntroduction.Command(Recipient.Handle, connector.Handle, ToAnyone)));
        var id = (
            await Community.MustAsync(
                Sender,
                new AskForIntroduction.Command(Recipient.Handle, connector.Handle, ToAnyone with { AdviceSeen = true })
            )
        ).Id;
        Community.Advance(TimeSpan.FromMinutes(5));

        await Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words));

        var row = Assert.Single(await Community.WaitingAsync(Recipient));
        Assert.Equal((id, connector.DisplayName, true), (row.Id, row.IntroducedBy, row.CouldBeToAnyone));
    }

    [Fact]
    public async Task Words_that_can_be_read_as_unkind_are_advised_on_and_keep_their_place()
    {
        var unkind = A.Letter() with
        {
            Note = "You will regret it if you miss the tide gauge in Brest, ask the porter.",
        };

        Assert.Equal("sounds-unkind", Assert.Single(await AdvisedAsync(Ask(unkind))).Code);
        await Community.MustAsync(Sender, Ask(unkind with { AdviceSeen = true }));
        Community.Advance(TimeSpan.FromMinutes(5));
        Assert.False(Assert.Single(await Community.WaitingAsync(Recipient)).CouldBeToAnyone);
    }

    [Fact]
    public async Task A_recipient_who_takes_only_letters_written_for_them_gets_no_other()
    {
        var advice = Assert.Single(await AdvisedAsync(Ask(ToAnyone)));
        var before = await Community.AskAsync(await Community.InsertAsync(), Recipient);
        await PublishAsync(PolicyKind.Open);

        var refused = await Community.SendAsync(Sender, Ask(ToAnyone with { AdviceSeen = true }));

        var refusal = Assert.Single(refused.Refusals);
        Assert.Equal(
            ("not-written-for-me", advice.Field, advice.Message, advice.Quote),
            (refusal.Code, refusal.Field, refusal.Message, refusal.Quote)
        );
        Assert.True((await Community.QueryAsync(Recipient, new EditPolicy.Query())).OnlyWrittenForMe);
        Assert.True((await SeenAsync()).OnlyWrittenForMe);
        await Community.MustAsync(Sender, Ask(A.Letter()));
        Community.Advance(TimeSpan.FromMinutes(5));
        Assert.Contains(before, (await Community.WaitingAsync(Recipient)).Select(row => row.Id));
    }

    [Fact]
    public async Task A_closed_policy_reveals_nothing_of_it()
    {
        await PublishAsync(PolicyKind.Closed);

        var refused = await Community.SendAsync(Sender, Ask(ToAnyone));

        Assert.Equal("unavailable", Assert.Single(refused.Refusals).Code);
        Assert.False((await SeenAsync()).OnlyWrittenForMe);
    }

    private async Task<IReadOnlyList<Refusal>> AdvisedAsync(ICommand<SendRequest.Receipt> command)
    {
        var before = await Community.CountEveryTableAsync();
        var outcome = await Community.SendAsync(Sender, command);
        Assert.Equal((false, false, 0), (outcome.Succeeded, outcome.IsNotFound, outcome.Refusals.Count));
        Assert.Equal(before, await Community.CountEveryTableAsync());
        return outcome.Advice;
    }

    private Task<bool> ComesBelowAsync(string id) =>
        Community.InDatabaseAsync(context =>
            Task.FromResult(context.Requests.Single(request => request.PublicId == id).CouldBeToAnyone)
        );

    private Task PublishAsync(PolicyKind kind) =>
        Community.MustAsync(Recipient, new EditPolicy.Command(kind, null, null) { OnlyWrittenForMe = true });

    private async Task<PolicySeen> SeenAsync() =>
        (await Community.QueryAsync(Sender, new ComposeLetter.Query(Recipient.Handle)))!.Policy;
}

public sealed class AdviceTestsOnSqlite() : AdviceTests(Database.Sqlite);

public sealed class AdviceTestsOnPostgres() : AdviceTests(Database.Postgres);
