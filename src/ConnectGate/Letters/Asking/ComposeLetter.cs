using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>Everything the ask page shows before anyone writes.</summary>
public static class ComposeLetter
{
    /// <summary>For a letter to that handle; null where nobody is called that.</summary>
    /// <param name="Handle">The recipient's.</param>
    /// <param name="Through">The handle of a connection who is to pass it on; null for a letter that goes straight.
    /// Null comes of it where the two are not connected.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle, string? Through = null) : IQuery<View?>;

    /// <summary>What the asker sees.</summary>
    /// <param name="Recipient">Who is asked.</param>
    /// <param name="Policy">Whom they connect with, the least length of a note, and their questions.</param>
    /// <param name="BetterWays">Better ways to reach them: those for everyone and those for this page.</param>
    /// <param name="MutualConnections">People both are connected to, as far as all ends agree.</param>
    /// <param name="MoreMutualConnections">Whether there are more than those.</param>
    /// <param name="Allowance">How many requests the asker may still send.</param>
    /// <param name="Standing">What would refuse any letter to them now, in words that say how to mend it; empty where
    /// nothing does.</param>
    /// <param name="Me">What the recipient will see about the asker.</param>
    /// <param name="Limits">How long the texts may be.</param>
    /// <param name="Dates">What would follow if it were sent now.</param>
    public sealed record View(
        Card Recipient,
        PolicySeen Policy,
        IReadOnlyList<string> BetterWays,
        IReadOnlyList<Ties.Connections.Mutual.MutualConnections.Named> MutualConnections,
        bool MoreMutualConnections,
        Allowance Allowance,
        IReadOnlyList<Refusal> Standing,
        Card Me,
        TextLimits Limits,
        Timing Dates
    ) : ICarriesRefusals
    {
        /// <summary>Groups and gatherings on whose roster both are; a confirmed one can complete the reason.</summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];

        /// <summary>When both last confirmed that they met; null where they never did.</summary>
        public DateTime? MetAt { get; init; }

        /// <summary>
        /// Whether the letter would be delivered at once and outside the allowance, since somebody beside the asker
        /// vouches for it.
        /// </summary>
        public bool IsVouched { get; init; }

        /// <summary>Whether a letter could be sent now.</summary>
        public bool MayAsk => Standing.Count == 0;

        /// <summary>Who is to pass it on; null for a letter that goes straight.</summary>
        public Connector? Through { get; init; }

        /// <summary>Whether somebody could pass a letter on to them, whatever keeps one from going straight.</summary>
        public bool MayBeIntroduced =>
            Standing.All(refusal =>
                refusal.Code
                    is AllowanceRule.Code
                        or LettersAWeekRule.Code
                        or Ties.Connections.Mutual.SharedConnectionRule.Code
                        or Ties.Connections.Mutual.SharedConnectionRule.OrGroup
            );

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => this with { Standing = word.Each(Standing) };
    }

    /// <summary>One of the two, as the other sees them.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">More; may be empty.</param>
    /// <param name="Languages">Tags of the languages they read.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="MemberSince">When they joined.</param>
    public sealed record Card(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        DateTime MemberSince
    );

    /// <summary>How long the texts may be, in visible characters.</summary>
    /// <param name="Note">The note; its least length is <see cref="PolicySeen.MinimumNote"/>.</param>
    /// <param name="ReasonDetail">What completes the reason.</param>
    /// <param name="Answer">Each answer.</param>
    public sealed record TextLimits(TextLimit Note, TextLimit ReasonDetail, TextLimit Answer);

    /// <summary>What would follow if the letter were sent now.</summary>
    /// <param name="DeliverAt">Until then it can be corrected or taken back; now where it is delivered at once.</param>
    /// <param name="ExpiresAt">No answer by then means no.</param>
    /// <param name="AskAgainFrom">From when they could be asked again.</param>
    public sealed record Timing(DateTime DeliverAt, DateTime ExpiresAt, DateTime AskAgainFrom);

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        LookUps lookUps,
        AllowanceReader allowances,
        Actor actor,
        IOptions<GateOptions> options
    ) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var found = await attempts.ToSendAsync(query.Handle, query.Through, Letter.Blank, now, cancellationToken);
            await lookUps.CountAsync(found, cancellationToken);
            if (found is not { } attempt)
            {
                return null;
            }

            var (me, recipient, rules) = (attempt.Sender, attempt.Recipient, options.Value);
            var standing = await gate.StandingAsync(attempt, cancellationToken);
            var mutual = await Ties.Connections.Mutual.MutualConnections.OfAsync(
                context,
                me.Id,
                recipient.Id,
                now,
                cancellationToken
            );
            return new View(
                CardOf(recipient),
                PolicySeen.Of(recipient.Policy, standing, rules.MinimumNote, now),
                [.. recipient.BetterWays.Where(way => way.Audience != Audience.MyDecline).Select(way => way.Text)],
                mutual.Members,
                mutual.OrMore,
                await allowances.OfAsync(me, now, cancellationToken),
                standing,
                CardOf(me),
                new TextLimits(PersonalNote.Limit, StatedReason.DetailLimit, Answer.Limit),
                new Timing(
                    attempt.Grounds is { AreVouched: true, IsToBePassedOn: false } ? now : now + rules.DeliveredAfter,
                    now + rules.ExpiresAfter,
                    now + rules.AskAgainAfter
                )
            )
            {
                SharedGroups = await SharedContext.OfAsync(context, me.Id, recipient.Id, now, cancellationToken),
                MetAt = attempt.Grounds.MetAt,
                IsVouched = attempt.Grounds.AreVouched,
                Through = await ConnectorAsync(attempt, cancellationToken),
            };
        }

        private async Task<Connector?> ConnectorAsync(Attempt attempt, CancellationToken cancellationToken) =>
            attempt.Grounds.Introduction is { ConnectorId: var connector }
                ? await context
                    .Members.Where(member => member.Id == connector)
                    .Select(member => new Connector(member.Handle, member.DisplayName))
                    .SingleAsync(cancellationToken)
                : null;

        private static Card CardOf(Member member) =>
            new(
                member.Handle,
                member.DisplayName,
                member.Headline,
                member.About,
                member.LanguageTags,
                [.. member.OtherNames.Select(name => name.Text)],
                member.JoinedAt
            );
    }
}
