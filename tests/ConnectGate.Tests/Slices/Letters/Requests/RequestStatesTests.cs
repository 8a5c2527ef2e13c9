using ConnectGate.Letters.Requests;

namespace ConnectGate.Tests.Slices.Letters.Requests;

/// <summary>Every step from every state: its new state, or that it is illegal.</summary>
public sealed class RequestStatesTests
{
    private const string Illegal = "-";
    private static readonly DateTime Sent = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Delivered = Sent.AddMinutes(5);
    private static readonly GateOptions Limits = new();

    private static readonly string[] Steps =
    [
        "correct",
        "withdraw",
        "accept",
        "undo",
        "not now",
        "for good",
        "report",
        "close",
        "lapse",
    ];

    private static readonly Dictionary<string, Func<(ConnectionRequest Request, DateTime Now)>> States = new(
        StringComparer.Ordinal
    )
    {
        ["before delivery"] = () => (New(), Sent.AddMinutes(4)),
        ["waiting"] = () => (New(), Delivered),
        ["in grace"] = () => Then(request => request.Accept(Limits, Delivered)),
        ["connected"] = () =>
            Then(request => request.Accept(Limits, Delivered)) with
            {
                Now = Delivered + Limits.Grace,
            },
        ["declined not now"] = () => Then(request => request.Decline(forGood: false, null, Delivered)),
        ["declined for good"] = () => Then(request => request.Decline(forGood: true, null, Delivered)),
        ["declined with words"] = () =>
            Then(request => request.Decline(forGood: false, new DeclineReply("Not now.", null), Delivered)),
        ["withdrawn"] = () => Then(request => request.Withdraw(Delivered)),
        ["declined, then withdrawn"] = () =>
            Then(request =>
            {
                request.Decline(forGood: false, null, Delivered);
                request.Withdraw(Delivered);
            }),
        ["closed"] = () => Then(request => request.Close(Delivered)),
        ["over"] = () => (New(), Sent + Limits.ExpiresAfter),
        ["declined, then over"] = () =>
            Then(request => request.Decline(forGood: false, null, Delivered)) with
            {
                Now = Sent + Limits.ExpiresAfter,
            },
        ["lapsed"] = () =>
            Then(request => request.Lapse(Sent + Limits.ExpiresAfter)) with
            {
                Now = Sent + Limits.ExpiresAfter,
            },
    };

    public static readonly TheoryData<string, string[]> Table = new()
    {
        // correct withdraw accept undo not now for good report close lapse
        {
            "before delivery",
            ["Waiting", "Withdrawn", Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "Closed", Illegal]
        },
        {
            "waiting",
            [
                Illegal,
                "Withdrawn",
                "Accepted",
                Illegal,
                "DeclinedNotNow",
                "DeclinedForGood",
                "DeclinedForGood",
                "Closed",
                Illegal,
            ]
        },
        {
            "in grace",
            [Illegal, "Withdrawn", Illegal, "Waiting", Illegal, Illegal, "DeclinedForGood", "Closed", Illegal]
        },
        { "connected", [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "Accepted", Illegal] },
        {
            "declined not now",
            [
                Illegal,
                "DeclinedNotNow",
                "Accepted",
                Illegal,
                "DeclinedNotNow",
                "DeclinedForGood",
                "DeclinedForGood",
                "DeclinedNotNow",
                Illegal,
            ]
        },
        {
            "declined for good",
            [
                Illegal,
                "DeclinedForGood",
                "Accepted",
                Illegal,
                "DeclinedNotNow",
                "DeclinedForGood",
                "DeclinedForGood",
                "DeclinedForGood",
                Illegal,
            ]
        },
        {
            "declined with words",
            [
                Illegal,
                Illegal,
                "Accepted",
                Illegal,
                "DeclinedNotNow",
                "DeclinedForGood",
                "DeclinedForGood",
                "DeclinedNotNow",
                Illegal,
            ]
        },
        {
            "withdrawn",
            [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "Withdrawn", Illegal]
        },
        {
            "declined, then withdrawn",
            [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "DeclinedNotNow", Illegal]
        },
        { "closed", [Illegal, "Closed", Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "Closed", Illegal] },
        { "over", [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "Closed", "Expired"] },
        {
            "declined, then over",
            [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "DeclinedNotNow", Illegal]
        },
        { "lapsed", [Illegal, Illegal, Illegal, Illegal, Illegal, Illegal, "DeclinedForGood", "Expired", Illegal] },
    };

    [Fact]
    public void Every_state_has_its_row() => Assert.Equal(States.Keys, Table.Select(row => row.Data.Item1));

    [Theory, MemberData(nameof(Table))]
    public void A_step_leads_where_the_table_says_or_throws(string state, string[] leadsTo)
    {
        foreach (var (step, expected) in Steps.Zip(leadsTo))
        {
            var (request, now) = States[state]();
            var before = (request.State, request.Version);
            if (expected == Illegal)
            {
                Assert.Throws<IllegalTransitionException>(() => Take(request, step, now));
                Assert.Equal(before, (request.State, request.Version));
            }
            else
            {
                Take(request, step, now);
                Assert.True(expected == request.State.ToString(), $"{step} led to {request.State}.");
            }
        }
    }

    [Fact]
    public void Words_go_out_once()
    {
        var (request, now) = States["declined with words"]();

        Assert.Throws<IllegalTransitionException>(() =>
            request.Decline(forGood: true, new DeclineReply("Never.", null), now)
        );
    }

    private static void Take(ConnectionRequest request, string step, DateTime now)
    {
        switch (step)
        {
            case "correct":
                request.Correct(Letter(), now);
                break;
            case "withdraw":
                request.Withdraw(now);
                break;
            case "accept":
                request.Accept(Limits, now);
                break;
            case "undo":
                request.Undo(now);
                break;
            case "not now":
                request.Decline(forGood: false, null, now);
                break;
            case "for good":
                request.Decline(forGood: true, null, now);
                break;
            case "report":
                request.DeclineByReport(now);
                break;
            case "close":
                request.Close(now);
                break;
            case "lapse":
                request.Lapse(now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static (ConnectionRequest Request, DateTime Now) Then(Action<ConnectionRequest> step)
    {
        var request = New();
        step(request);
        return (request, Delivered);
    }

    private static ConnectionRequest New() => ConnectionRequest.Send(Letter(), Limits, Sent);

    private static AdmittedLetter Letter() =>
        AdmittedLetter.Of(new Attempt(A.Letter(), Member(1), Member(2), [], Sent));

    private static Member Member(long id) =>
        ConnectGate.People.Members.Member.Register(
            id,
            Handle.Of($"member-{id}")!.Value,
            $"Member {id}",
            DigestFrequency.Never,
            Sent
        );
}
