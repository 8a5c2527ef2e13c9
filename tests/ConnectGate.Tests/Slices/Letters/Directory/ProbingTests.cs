using System.Text.Json;
using ConnectGate.Desk.Inbox;
using ConnectGate.Gate.Policy;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Connections;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Letters.Directory;

/// <summary>
/// Two accomplices with connections of their own try everything that answers about others, a thousand times, with
/// connections hidden from them and without. No answer differs in words, order or number, so nobody can infer a
/// connection that is not to be named.
/// </summary>
public sealed class ProbingTests() : CommunityTests(Database.Sqlite)
{
    private const int Probes = 1_000;

    private static readonly Side Shy = Side.OfTheAsker with { MayBeNamedAsLink = false };
    private static readonly Side Showing = Side.OfTheAsker with { OtherMaySeeMyConnections = true };

    private readonly List<Person> _targets = [];
    private readonly List<(Person Prober, string Letter)> _letters = [];
    private Person[] _probers = null!;
    private Person _friend = null!,
        _shower = null!,
        _suspended = null!;

    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Gate:LookUpsPerDay"] = "1000000",
            ["Gate:CheckAttempts"] = "10000",
            ["Gate:SendAttempts"] = "10000",
        };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _probers = [await Community.InsertAsync(), await Community.InsertAsync()];
        (_friend, _shower, _suspended) = await Community.InsertThreeAsync();
        foreach (var prober in _probers)
        {
            await Community.InsertConnectionAsync(prober, _friend);
            await Community.InsertConnectionAsync(prober, _suspended);
            await Community.InsertConnectionAsync(_shower, prober, Showing);
        }

        await Community.SuspendAsync(_suspended);
        foreach (
            var (policy, whom) in from policy in Enum.GetValues<PolicyKind>()
            from whom in Enum.GetValues<FoundBy>()
            select (policy, whom)
        )
        {
            var target = await Community.InsertAsync(A.Member() with { Policy = policy });
            await Community.MustAsync(target, new EditPrivacy.Command(whom));
            var prober = _probers[_targets.Count % 2];
            var letter = await Community.DeliverAsync(target, prober);
            await Community.MustAsync(prober, new OpenRequest.Command(letter)); // opened once, it says so ever after
            _letters.Add((prober, letter));
            _targets.Add(target);
        }
    }

    [Fact]
    public async Task A_thousand_probes_tell_no_edge_that_is_not_agreed_to_be_named()
    {
        var before = await ProbeAsync(_targets);
        Assert.True(before.Count >= Probes, $"{before.Count}");

        await HideEdgesAsync();
        var after = await ProbeAsync(_targets);

        foreach (var (probe, answer) in before)
        {
            Assert.True(answer == after[probe], $"{probe}:\n{answer}\n{after[probe]}");
        }

        // With everybody's agreement the same connections are shown. So the probes look in the right places.
        await Community.InDatabaseAsync(context =>
            context.Database.ExecuteSqlRawAsync(
                "UPDATE \"Connections\" SET \"Low_MayBeNamedAsLink\" = 1, \"High_MayBeNamedAsLink\" = 1, "
                    + "\"NamedFrom\" = \"ValidFrom\"",
                TestContext.Current.CancellationToken
            )
        );
        var agreed = await ProbeAsync([.. _targets.Where((_, place) => place % 4 == 0)]);
        Assert.All((string[])["profile", "ask", "check", "send", "search", "list", "letter", "inbox"], kind =>
            Assert.Contains(before, probe =>
                probe.Key.StartsWith(kind, StringComparison.Ordinal)
                && agreed.TryGetValue(probe.Key, out var answer)
                && answer != probe.Value
            )
        );
    }

    // Hidden connections of every kind: one side refused, the connection is not valid yet, or one side is suspended.
    // Each leads to members who are connected to the probers.
    private async Task HideEdgesAsync()
    {
        foreach (var target in _targets)
        {
            await Community.InsertConnectionAsync(_friend, target, Shy);
            await Community.InsertConnectionAsync(target, _shower, Shy);
            await Community.InsertConnectionAsync(target, _suspended);
        }

        foreach (var (one, other) in _targets.Zip(_targets.Skip(1)))
        {
            await Community.InsertConnectionAsync(one, other); // agreed, but nobody whom the probers are connected with
        }
    }

    private async Task<Dictionary<string, string>> ProbeAsync(IReadOnlyList<Person> targets)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (me, number) in _probers.Select((prober, number) => (prober, number)))
        {
            foreach (var mine in new[] { PolicyKind.Open, PolicyKind.SharedConnection })
            {
                foreach (var prober in _probers)
                {
                    await Community.MustAsync(prober, new EditPolicy.Command(mine, null, null));
                    await Community.MustAsync(
                        prober,
                        new EditPrivacy.Command(mine == PolicyKind.Open ? FoundBy.AllMembers : FoundBy.Sharing)
                    );
                }

                foreach (var target in targets)
                {
                    Add("profile", target, await Community.QueryAsync(me, new ViewProfile.Query(target.Handle)));
                    Add("ask", target, await Community.QueryAsync(me, new ComposeLetter.Query(target.Handle)));
                    Add("list", target, await Community.QueryAsync(me, new ConnectionsOf.Query(target.Handle)));
                    foreach (var reason in Enum.GetValues<Reason>())
                    {
                        Add(
                            $"check {reason}",
                            target,
                            await Community.QueryAsync(
                                me,
                                new CheckRequest.Query(target.Handle, A.Letter() with { Reason = reason })
                            )
                        );
                    }

                    foreach (var reason in new[] { Reason.MetInPerson, Reason.Advice, Reason.Introduced })
                    {
                        Add(
                            $"send {reason}",
                            target,
                            (
                                await Community.SendAsync(
                                    me,
                                    new SendRequest.Command(
                                        target.Handle,
                                        A.Letter() with
                                        {
                                            Note = "",
                                            Reason = reason,
                                        }
                                    )
                                )
                            ).Refusals
                        );
                    }

                    foreach (var may in new[] { false, true })
                    {
                        Add(
                            $"search {may}",
                            target,
                            await Community.QueryAsync(me, new FindMembers.Query(target.Handle, may))
                        );
                        Add(
                            $"search all {may}",
                            target,
                            await Community.QueryAsync(me, new FindMembers.Query(OnlyWhomIMayAsk: may))
                        );
                    }
                }

                Add("list", _shower, await Community.QueryAsync(me, new ConnectionsOf.Query(_shower.Handle)));
                Add("list", _friend, await Community.QueryAsync(me, new ConnectionsOf.Query(_friend.Handle)));
                Add("profile", _friend, await Community.QueryAsync(me, new ViewProfile.Query(_friend.Handle)));
                Add("inbox", me, await Community.QueryAsync(me, new ReviewInbox.Query()));
                foreach (var letter in _letters.Where(letter => letter.Prober == me))
                {
                    Add(
                        $"letter {letter.Letter}",
                        me,
                        await Community.MustAsync(me, new OpenRequest.Command(letter.Letter))
                    );
                }

                void Add<T>(string probe, Person about, T answer) =>
                    answers.Add($"{probe} of {about.Handle} by {number} as {mine}", JsonSerializer.Serialize(answer));
            }
        }

        return answers;
    }
}
