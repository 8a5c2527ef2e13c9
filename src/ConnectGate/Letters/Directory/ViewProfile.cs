using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Attempts;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>A member's profile, as the current member may see it. Their own too.</summary>
public static class ViewProfile
{
    /// <summary>The profile of that handle; null where nobody is called that.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle) : IQuery<View?>;

    /// <summary>What the viewer sees.</summary>
    /// <param name="Handle">The member's handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">More; may be empty.</param>
    /// <param name="Languages">Tags of the languages they read.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="BetterWays">"Better ways to reach me", those for everyone.</param>
    /// <param name="MemberSince">When they joined.</param>
    /// <param name="Policy">Whom they connect with.</param>
    /// <param name="IsMe">Whether this is the viewer's own.</param>
    /// <param name="Connected">Whether the two are connected.</param>
    /// <param name="BlockedByMe">Whether the viewer blocked them.</param>
    /// <param name="Standing">Why the viewer cannot ask them now, in words they may read; empty where they can. The
    /// allowance is not among it.</param>
    /// <param name="MutualConnections">People both are connected to, as far as all ends agree.</param>
    /// <param name="MoreMutualConnections">Whether there are more than those.</param>
    /// <param name="NoteToSelf">What the viewer noted about them; empty where nothing.</param>
    /// <param name="MaySeeTheirConnections">Whether they let the viewer see their list of connections.</param>
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
        /// <summary>Groups and gatherings on whose roster both are.</summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];

        /// <summary>When both last confirmed that they met; null where they never did.</summary>
        public DateTime? MetAt { get; init; }

        /// <summary>Whether the viewer may ask them now, their allowance apart.</summary>
        public bool MayAsk => !IsMe && Standing.Count == 0;

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => this with { Standing = word.Each(Standing) };
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        LookUps lookUps,
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

            // Whatever was decided about the viewer, the same questions go to the database: only the answers differ.
            var (me, member, minimumNote) = (attempt.Sender, attempt.Recipient, options.Value.MinimumNote);
            var standing = await gate.StandingAsync(attempt, cancellationToken);
            var mutual = await Ties.Connections.Mutual.MutualConnections.OfAsync(
                context,
                me.Id,
                member.Id,
                now,
                cancellationToken
            );
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
                mutual.Members,
                mutual.OrMore,
                between.NoteToSelf ?? "",
                between.MaySeeTheirConnections
            )
            {
                SharedGroups = await SharedContext.OfAsync(context, me.Id, member.Id, now, cancellationToken),
                MetAt = attempt.Grounds.MetAt,
            };
        }

        private Task<Between> BetweenAsync(long me, long other, DateTime now, CancellationToken cancellationToken)
        {
            var connections = context.Connections.Where(connection =>
                connection.EndedAt == null && connection.ValidFrom <= now
            );
            return context
                .Members.Where(member => member.Id == other)
                .Select(member => new Between(
                    connections.Any(connection =>
                        (connection.LowId == me && connection.HighId == other)
                        || (connection.LowId == other && connection.HighId == me)
                    ),
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
                    context.Blocks.Any(block => block.BlockerId == me && block.BlockedId == other),
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
