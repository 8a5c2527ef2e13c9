using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Letters.Introductions;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Ties.Connections.Blocks;

namespace ConnectGate.Tests.Web.Privacy;

/// <summary>
/// A sender cannot tell what became of a letter that a connection is asked to pass on. They see the same at every
/// stage, whatever connector and recipient do.
/// </summary>
public abstract partial class SenderCanTellTests
{
    private protected const string Unanswered = "unanswered",
        PassedOnWhileBlocked = "passed on while blocked";

    private static readonly Dictionary<string, Func<Site, Person, Person, string, Task>> Stages = new(
        StringComparer.Ordinal
    )
    {
        [Unanswered] = (_, _, _, _) => Task.CompletedTask,
        ["turned down: not now"] = (site, connector, _, id) =>
            site.Community.MustAsync(connector, new TurnDownIntroduction.Command(id, ConnectorsAnswer.NotNow)),
        ["turned down: not known well enough"] = (site, connector, _, id) =>
            site.Community.MustAsync(connector, new TurnDownIntroduction.Command(id, ConnectorsAnswer.DontKnowThem)),
        ["passed on"] = (site, connector, _, id) =>
            site.Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words)),
        ["passed on and declined"] = async (site, connector, recipient, id) =>
        {
            await site.Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words));
            await site.Community.MustAsync(recipient, new DeclineRequest.Command(id, ForGood: false, Reply: null));
        },
        ["passed on, opened and declined for good"] = async (site, connector, recipient, id) =>
        {
            await site.Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words));
            await site.Community.MustAsync(recipient, new OpenRequest.Command(id));
            await site.Community.MustAsync(recipient, new DeclineRequest.Command(id, ForGood: true, Reply: null));
        },
        [PassedOnWhileBlocked] = async (site, connector, recipient, id) =>
        {
            await site.Community.MustAsync(recipient, new BlockMember.Command("the-sender"));
            await site.Community.MustAsync(connector, new PassOn.Command(id, IntroductionStories.Words));
        },
    };

    [Fact]
    public async Task Through_a_connector_while_it_runs_and_until_they_may_ask_again()
    {
        var expected = await TellOfIntroductionAsync(Unanswered, WhileItWaitsAsync);

        foreach (var stage in Stages.Keys.Except([Unanswered], StringComparer.Ordinal))
        {
            Same(expected, await TellOfIntroductionAsync(stage, WhileItWaitsAsync), stage);
        }
    }

    private protected async Task<List<Told>> TellOfIntroductionAsync(
        string stage,
        Func<Site, Person, string, Task<List<Told>>> look
    )
    {
        await using var site = await Site.StartAsync(database);
        var sender = await site.Community.InsertAsync(new NewMember("the-sender", "The Sender"));
        var connector = await site.Community.InsertAsync(new NewMember("the-connector", "The Connector"));
        var recipient = await site.Community.InsertAsync(new NewMember("the-recipient", "The Recipient"));
        await site.Community.InsertConnectionAsync(sender, connector);
        var sent = await site.Community.MustAsync(
            sender,
            new AskForIntroduction.Command(recipient.Handle, connector.Handle, A.Letter())
        );
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        await Stages[stage](site, connector, recipient, sent.Id);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return await look(site, sender, sent.Id);
    }
}
