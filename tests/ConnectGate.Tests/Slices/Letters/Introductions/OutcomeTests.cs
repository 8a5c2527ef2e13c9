using ConnectGate.Care.Moderation;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Slices.Letters.Introductions;

/// <summary>
/// The outcome of an introduction when somebody blocks, lets go or is suspended, at each stage. Each test is one cell
/// of the table in decision 23.
/// </summary>
public abstract class OutcomeTests(Database database) : CommunityTests(database)
{
    private Dictionary<string, Person> _who = null!;

    /// <summary>
    /// Stage, what happens, whether the connector can still answer, whether the letter lies in the recipient's inbox
    /// after all of it.
    /// </summary>
    public static readonly TheoryData<string, string, bool, bool> Cells = new()
    {
        { "with the connector", "requester blocks connector", false, false },
        { "with the connector", "connector blocks requester", false, false },
        { "with the connector", "requester lets connector go", false, false },
        { "with the connector", "connector lets requester go", false, false },
        { "with the connector", "requester blocks recipient", true, false },
        { "with the connector", "recipient blocks requester", true, false },
        { "with the connector", "connector blocks recipient", true, false },
        { "with the connector", "recipient blocks connector", true, false },
        { "with the connector", "connector lets recipient go", true, true },
        { "with the connector", "requester is suspended", true, false },
        { "with the connector", "recipient is suspended", true, false },
        { "with the connector", "recipient closes their policy", true, false },
        { "with the connector", "recipient and requester connect", true, false },
        { "with the connector", "recipient declined an earlier letter for good", true, false },
        { "passed on", "requester blocks connector", false, true },
        { "passed on", "connector blocks requester", false, true },
        { "passed on", "connector lets requester go", false, true },
        { "passed on", "requester blocks recipient", false, false },
        { "passed on", "recipient blocks requester", false, false },
        { "passed on", "connector blocks recipient", false, true },
        { "passed on", "recipient blocks connector", false, true },
        { "passed on", "connector lets recipient go", false, true },
        { "passed on", "requester is suspended", false, false },
        { "passed on", "recipient closes their policy", false, true },
    };

    [Theory, MemberData(nameof(Cells))]
    public async Task Every_event_at_every_stage_has_one_outcome(
        string stage,
        string happens,
        bool canAnswer,
        bool arrives
    )
    {
        await BeginAsync();
        var id = await Community.AskThroughAsync(_who["requester"], _who["connector"], _who["recipient"]);
        if (stage == "passed on")
        {
            await Community.MustAsync(_who["connector"], new PassOn.Command(id, IntroductionStories.Words));
        }

        await HappenAsync(happens, id);

        var outcome =
            stage == "passed on"
                ? null
                : await Community.SendAsync(_who["connector"], new PassOn.Command(id, IntroductionStories.Words));
        Assert.Equal(canAnswer, outcome is { Succeeded: true });
        Assert.Equal(stage != "passed on" && !canAnswer, outcome is { IsNotFound: true });
        Assert.Equal(arrives, (await Community.WaitingAsync(_who["recipient"])).Any(row => row.Id == id));
        Assert.Equal(
            SenderState.Sent,
            (await Community.QueryAsync(_who["requester"], new SentRequests.One(id)))!.State
        );
        if (canAnswer)
        {
            Assert.Equal(
                ConnectorsAnswer.PassedOn,
                (await Community.QueryAsync(_who["connector"], new ViewAsk.Query(id)))!.Answer
            );
        }
    }

    [Fact]
    public async Task A_suspended_connector_can_say_no_but_not_pass_on()
    {
        await BeginAsync();
        var id = await Community.AskThroughAsync(_who["requester"], _who["connector"], _who["recipient"]);
        await Community.SuspendAsync(_who["connector"]);

        await Community.RefusedAsync(
            _who["connector"],
            new PassOn.Command(id, IntroductionStories.Words),
            "suspended",
            ""
        );
        await Community.MustAsync(_who["connector"], new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow));
    }

    [Fact]
    public async Task A_withdrawn_ask_disappears_unless_the_connector_had_answered()
    {
        await BeginAsync();
        var id = await Community.AskThroughAsync(_who["requester"], _who["connector"], _who["recipient"]);
        await Community.MustAsync(_who["requester"], new WithdrawRequest.Command(id));
        await Community.NotFoundAsync(_who["connector"], new PassOn.Command(id, IntroductionStories.Words));
        Assert.Empty(
            (
                await Community.QueryAsync(
                    _who["connector"],
                    new ConnectGate.Desk.Notifications.ListNotifications.Query()
                )
            )
                .Notifications
                .Items
        );

        var another = await Community.InsertAsync();
        id = await Community.AskThroughAsync(_who["requester"], _who["connector"], another);
        await Community.MustAsync(_who["connector"], new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow));
        await Community.MustAsync(_who["requester"], new WithdrawRequest.Command(id));
        await Community.MustAsync(_who["connector"], new PassOn.Command(id, IntroductionStories.Words));
        Assert.Empty(await Community.WaitingAsync(another));
    }

    private async Task BeginAsync()
    {
        _who = new(StringComparer.Ordinal)
        {
            ["requester"] = await Community.InsertAsync(),
            ["connector"] = await Community.InsertAsync(),
            ["recipient"] = await Community.InsertAsync(),
            ["moderator"] = await Community.InsertAsync(
                A.Member() with
                {
                    Role = ConnectGate.People.Accounts.Role.Moderator,
                }
            ),
        };
        await Community.InsertConnectionAsync(_who["requester"], _who["connector"]);
        await Community.InsertConnectionAsync(_who["connector"], _who["recipient"]);
    }

    private async Task HappenAsync(string what, string id)
    {
        var words = what.Split(' ');
        var (one, verb, other) = (_who[words[0]], words[1], words[2]);
        switch (verb)
        {
            case "blocks":
                await Community.MustAsync(one, new BlockMember.Command(_who[other].Handle));
                break;
            case "lets":
                await Community.MustAsync(one, new LetGo.Command(_who[other].Handle));
                break;
            case "is":
                await SuspendAsync(one);
                break;
            case "closes":
                await Community.MustAsync(one, new EditPolicy.Command(PolicyKind.Closed, null, null));
                break;
            case "and":
                await Community.ConnectAsync(one, _who["requester"]);
                break;
            default:
                await Community.InDatabaseAsync(context =>
                    DeclinedForGoodBeforeAsync(context, context.Requests.Single(sent => sent.PublicId == id))
                );
                break;
        }
    }

    // Inserted directly: the recipient blocked the sender, or was asked and declined for good, long ago.
    private static async Task DeclinedForGoodBeforeAsync(
        ConnectGate.Foundation.Data.ConnectGateContext context,
        ConnectionRequest sent
    )
    {
        var members = context
            .Members.Where(member => member.Id == sent.SenderId || member.Id == sent.RecipientId)
            .ToDictionary(member => member.Id);
        var then = sent.SentAt.AddDays(-200);
        var earlier = ConnectionRequest.Send(
            AdmittedLetter.Of(Attempt.ToSend(A.Letter(), members[sent.SenderId], members[sent.RecipientId], then)),
            new GateOptions(),
            then
        );
        earlier.Decline(forGood: true, reply: null, then.AddDays(1));
        context.Requests.Add(earlier);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task SuspendAsync(Person author)
    {
        var reporter = await Community.InsertAsync();
        await Community.ReportAsync(author, reporter);
        var moderator = _who["moderator"] with { MayModerate = true };
        var file = (await Community.QueryAsync(moderator, new ListCases.Query()))!.Items[0];
        await Community.MustAsync(
            moderator,
            await Community.SuspensionAsync(file.Id, 7, "You wrote the same to everybody you could find.")
        );
    }
}

public sealed class OutcomeTestsOnSqlite() : OutcomeTests(Database.Sqlite);

public sealed class OutcomeTestsOnPostgres() : OutcomeTests(Database.Postgres);
