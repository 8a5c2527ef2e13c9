using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Members.Registering;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Gate;

/// <summary>
/// The gate reads every text that reaches strangers, not only letters. Outside letters it refuses threats and slurs
/// alone, at their field.
/// </summary>
public sealed class LinesForStrangersTests() : CommunityTests(Database.Sqlite)
{
    private const string Abuse = "You idiot";

    private static readonly EditProfile.Command Profile = new(
        "Ada Lovelace",
        "Tide tables and their machines",
        "I compute.",
        ["en"],
        ["Ada"],
        [new("Call the office", Audience.All)]
    );

    private static readonly Dictionary<string, Func<string, ICommand<Done>>> Own = new(StringComparer.Ordinal)
    {
        ["displayName"] = text => Profile with { DisplayName = text },
        ["headline"] = text => Profile with { Headline = text },
        ["about"] = text => Profile with { About = text },
        ["otherNames[0]"] = text => Profile with { OtherNames = [text] },
        ["betterWays[0].text"] = text => Profile with { BetterWays = [new(text, Audience.MyDecline)] },
        ["details[0].text"] = text => Profile with { Details = [new("role", text, SeenBy.MyConnections)] },
        ["text"] = text => new EditPolicy.Command(PolicyKind.Open, text, []) { WelcomesPitches = true },
        ["questions[1]"] = text => new EditPolicy.Command(PolicyKind.Open, null, ["Why me?", text])
        {
            WelcomesPitches = true,
        },
    };

    public static readonly TheoryData<string> Lines = [.. Own.Keys];

    [Theory, MemberData(nameof(Lines))]
    public async Task Profile_and_policy_are_read(string field)
    {
        var ada = await Community.InsertAsync();

        await Community.RefusedAsync(ada, Own[field](Abuse), "abuse", field);

        Assert.Equal(ada.DisplayName, (await Community.QueryAsync(ada, new EditProfile.Query())).DisplayName);
        await Community.MustAsync(ada, Own[field]("Somebody who computes tides"));
    }

    [Fact]
    public async Task The_words_of_a_decline_are_read()
    {
        var (sender, recipient) = await Community.InsertTwoAsync();
        var id = await Community.DeliverAsync(sender, recipient);

        await Community.RefusedAsync(
            recipient,
            new DeclineRequest.Command(id, ForGood: true, new DeclineReply(Abuse, null)),
            "abuse",
            "reply.text"
        );
        await Community.RefusedAsync(
            recipient,
            new DeclineRequest.Command(id, ForGood: true, new DeclineReply("Not for me.", Abuse)),
            "abuse",
            "reply.channel"
        );

        Assert.Equal(SenderState.Sent, (await Community.SentAsync(sender)).State);
    }

    [Fact]
    public async Task The_name_of_a_new_member_is_read()
    {
        var before = await Community.CountEveryTableAsync();

        var outcome = await Community.AskAsync(AccountStories.Registration("ada") with { DisplayName = Abuse });

        Assert.Equal(("displayName", "abuse"), (Assert.Single(outcome.Refusals).Field, outcome.Refusals[0].Code));
        Assert.Equal(before, await Community.CountEveryTableAsync());
    }

    [Fact]
    public async Task A_handle_is_read() =>
        Assert.Equal("handle:abuse", (await Community.AskAsync(AccountStories.Registration("you-idiot"))).Codes());

    [Fact]
    public async Task A_headline_may_say_what_its_owner_does_and_sells()
    {
        var ada = await Community.InsertAsync();

        foreach (
            var headline in new[]
            {
                "Freelance translator, Danish and German, taking on new work",
                "Founder of a bakery in Emden",
                "Recruiter for small museums",
                "Head of sales at Nordsee Instruments",
                "Hiring two hydrographers this spring",
                "Consultant for harbour authorities",
                "I help small archives to digitise their letters",
                "Limited time offer: book a demo, free consultation",
            }
        )
        {
            await Community.MustAsync(ada, Profile with { Headline = headline });
        }
    }
}
