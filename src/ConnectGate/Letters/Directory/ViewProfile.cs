using ConnectGate.Gate;
using ConnectGate.Letters.Attempts;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>Shows a member's profile as the current member may see it, or the current member's own profile.</summary>
public static class ViewProfile
{
    /// <summary>The profile for the handle; null if nobody has the handle.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle) : IQuery<View?>;

    /// <summary>The profile as the viewer sees it.</summary>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">A longer text; may be empty.</param>
    /// <param name="Languages">The tags of the languages that the member reads.</param>
    /// <param name="OtherNames">The names in "You may know me as".</param>
    /// <param name="BetterWays">The entries in "Better ways to reach me" that everyone may see.</param>
    /// <param name="Policy">The policy as the viewer sees it.</param>
    /// <param name="IsMe">Whether this is the viewer's own profile.</param>
    /// <param name="Standing">The reasons for which the viewer cannot ask the member now, as texts for the viewer;
    /// empty if they can. It never includes the allowance.</param>
    /// <param name="MutualConnections">The mutual connections that all sides allow the viewer to see.</param>
    /// <param name="MoreMutualConnections">Whether there are more mutual connections than those.</param>
    /// <param name="NoteToSelf">The viewer's private note about the member; empty if there is none.</param>
    /// <param name="MaySeeTheirConnections">Whether the viewer may see the list of connections of the member.</param>
    public sealed record View(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        IReadOnlyList<string> BetterWays,
        DateTime MemberSince,
        PolicySeen Policy,
        bool IsMe,
        bool Connected,
        bool BlockedByMe,
        IReadOnlyList<Refusal> Standing,
        IReadOnlyList<Ties.Connections.Mutual.MutualConnections.Named> MutualConnections,
        bool MoreMutualConnections,
        string NoteToSelf,
        bool MaySeeTheirConnections
    ) : ICarriesRefusals
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }

        /// <summary>The lines of the community's profile fields that the viewer may see.</summary>
        public IReadOnlyList<DetailSeen> Details { get; init; } = [];

        /// <summary>The groups and gatherings whose roster has both members.</summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];

        /// <summary>The time at which both last confirmed that they met; null if they never did.</summary>
        public DateTime? MetAt { get; init; }

        /// <summary>The ways to reach the member, those that the policy accepts first.</summary>
        public IReadOnlyList<WayIn> Ways =>
            WayIn.Of(Policy, Standing, MetAt is not null, SharedGroups.Any(one => one.Confirmed), BetterWays.Count > 0);

        /// <summary>Whether the viewer may ask the member now. Ignores the allowance.</summary>
        public bool MayAsk => !IsMe && Standing.Count == 0;

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => this with { Standing = word.Each(Standing) };
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        FactsReader facts,
        LookUps lookUps,
        ProfileFields fields,
        Actor actor,
        IOptions<GateOptions> options
    ) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await attempts.ToSendAsync(query.Handle, Letter.Blank, now, cancellationToken);
            await lookUps.CountAsync(found, cancellationToken);
            if (found is not { } attempt)
            {
                return null;
            }

            // The same queries run whatever the member decided about the viewer, so that the response time reveals
            // nothing.
            var (me, member, minimumNote) = (attempt.Sender, attempt.Recipient, options.Value.MinimumNote);
            var standing = await gate.StandingAsync(attempt, cancellationToken);
            var common = (await facts.OfAsync(attempt, cancellationToken)).Common;
            var between = await BetweenAsync(me.Id, member.Id, now, cancellationToken);
            var isMe = member.Id == me.Id;
            return new View(
                member.Handle,
                member.DisplayName,
                member.Headline,
                member.About,
                member.LanguageTags,
                [.. member.OtherNames.Select(name => name.Text)],
                [.. member.BetterWays.Where(way => way.Audience == Audience.All).Select(way => way.Text)],
                member.JoinedAt,
                isMe
                    ? PolicySeen.Whole(member.Policy, minimumNote, now)
                    : PolicySeen.Of(member.Policy, standing, minimumNote, now),
                isMe,
                between.Connected,
                between.BlockedByMe,
                [.. standing.Where(refusal => refusal.Code != AllowanceRule.Code)],
                common.Mutual.Members,
                common.Mutual.OrMore,
                between.NoteToSelf ?? "",
                between.MaySeeTheirConnections
            )
            {
                Photo = member.PhotoVersion,
                Details = fields.Seen(
                    member,
                    isMe ? Closeness.Self
                        : between.Connected ? Closeness.Connected
                        : Closeness.AnyMember
                ),
                SharedGroups = common.Groups,
                MetAt = attempt.Grounds.MetAt,
            };
        }

        private Task<Between> BetweenAsync(long me, long other, DateTime now, CancellationToken cancellationToken)
        {
            var connections = context.Connections.Live(now);
            var (connected, blocked) = (connections.OthersOf(me), context.Blocks.By(me, other));
            return context
                .Members.Where(member => member.Id == other)
                .Select(member => new Between(
                    connected.Contains(other),
                    connections.Any(connection =>
                        (
                            connection.LowId == other
                            && connection.HighId == me
                            && connection.Low.OtherMaySeeMyConnections
                        )
                        || (
                            connection.HighId == other
                            && connection.LowId == me
                            && connection.High.OtherMaySeeMyConnections
                        )
                    ),
                    blocked.Any(),
                    context
                        .NotesToSelf.Where(note => note.OwnerId == me && note.AboutId == other)
                        .Select(note => note.Text)
                        .FirstOrDefault()
                ))
                .SingleAsync(cancellationToken);
        }

        private sealed record Between(
            bool Connected,
            bool MaySeeTheirConnections,
            bool BlockedByMe,
            string? NoteToSelf
        );
    }
}
