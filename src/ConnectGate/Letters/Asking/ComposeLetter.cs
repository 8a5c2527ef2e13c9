using ConnectGate.Gate;
using ConnectGate.Letters.Allowances;
using ConnectGate.Letters.Attempts;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Groups.Roster;
using ConnectGate.Ties.Meetings;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Asking;

/// <summary>Shows the data of the ask page before the member writes.</summary>
public static class ComposeLetter
{
    /// <summary>
    /// The data for a letter to the handle. Null if nobody has the handle, or if the connector is not a connection of
    /// the sender.
    /// </summary>
    /// <param name="Handle">The recipient's handle.</param>
    /// <param name="Through">The handle of the connector; null for a direct letter.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Handle, string? Through = null) : IQuery<View?>;

    /// <summary>The ask page as the sender sees it.</summary>
    /// <param name="Policy">The policy as the sender sees it.</param>
    /// <param name="BetterWays">Better ways to reach the recipient: the entries for everyone and for this page.</param>
    /// <param name="MutualConnections">The mutual connections that all sides allow the sender to see.</param>
    /// <param name="MoreMutualConnections">Whether there are more mutual connections than those.</param>
    /// <param name="Allowance">The number of requests that the sender may still send, and the limits.</param>
    /// <param name="Standing">The reasons for which any letter to the recipient is refused now, as texts that explain
    /// the remedy; empty if there are none.</param>
    /// <param name="Me">The facts that the recipient will see about the sender.</param>
    /// <param name="Dates">The dates if the letter were sent now.</param>
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
        /// <summary>
        /// The groups and gatherings whose roster has both members. A confirmed one can complete the reason.
        /// </summary>
        public IReadOnlyList<SharedContext.Shared> SharedGroups { get; init; } = [];

        /// <summary>The time at which both last confirmed that they met; null if they never did.</summary>
        public DateTime? MetAt { get; init; }

        /// <summary>
        /// What the sender wrote that the two talked about when they met recently; empty if they wrote nothing.
        /// </summary>
        public string TalkedAbout { get; init; } = "";

        /// <summary>
        /// What the recipient wrote into the agendas of gatherings that the sender attends too; empty where no letter
        /// can be sent.
        /// </summary>
        public IReadOnlyList<AgendaLines> Agendas { get; init; } = [];

        /// <summary>
        /// What the sender's profile answers to those of the recipient's questions that it answers for everybody.
        /// </summary>
        public IReadOnlyList<Answer> UsualAnswers { get; init; } = [];

        /// <summary>
        /// Whether the letter is outside the allowance, because both have met recently or a connector introduces the
        /// sender. A direct one is delivered at once.
        /// </summary>
        public bool IsVouched { get; init; }

        /// <summary>Whether a letter can be sent now.</summary>
        public bool MayAsk => Standing.Count == 0;

        /// <summary>The connector; null for a direct letter.</summary>
        public Connector? Through { get; init; }

        /// <summary>Whether an introduction is possible. It can be possible where a direct letter is refused.</summary>
        public bool MayBeIntroduced => WayIn.MayBeIntroduced(Standing);

        /// <summary>The ways to reach the recipient, those that the policy accepts first.</summary>
        public IReadOnlyList<WayIn> Ways =>
            WayIn.Of(Policy, Standing, MetAt is not null, SharedGroups.Any(one => one.Confirmed), BetterWays.Count > 0);

        object ICarriesRefusals.Worded(Func<Refusal, Refusal> word) => this with { Standing = word.Each(Standing) };
    }

    /// <summary>A member as the other one sees them.</summary>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">A longer text; may be empty.</param>
    /// <param name="Languages">The tags of the languages that the member reads.</param>
    /// <param name="OtherNames">The names in "You may know me as".</param>
    public sealed record Card(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        DateTime MemberSince
    )
    {
        /// <summary>The lines of the community's profile fields that the other one sees.</summary>
        public IReadOnlyList<DetailSeen> Details { get; init; } = [];
    }

    /// <param name="Lines">The recipient's own words.</param>
    public sealed record AgendaLines(string GatheringId, string GatheringName, ReadAgenda.Lines Lines);

    /// <summary>The limits of the texts, in visible characters.</summary>
    /// <param name="Note">The limit of the note. Its least length is <see cref="PolicySeen.MinimumNote"/>.</param>
    /// <param name="ReasonDetail">The limit of the detail that completes the reason.</param>
    /// <param name="Answer">The limit of each answer.</param>
    public sealed record TextLimits(TextLimit Note, TextLimit ReasonDetail, TextLimit Answer);

    /// <summary>The dates if the letter were sent now.</summary>
    /// <param name="DeliverAt">The end of the time in which the sender can correct it or take it back. It is now if the
    /// letter is delivered at once.</param>
    /// <param name="ExpiresAt">The end of the time for an answer. No answer means no.</param>
    /// <param name="AskAgainFrom">The time from which the sender may ask the recipient again.</param>
    public sealed record Timing(DateTime DeliverAt, DateTime ExpiresAt, DateTime AskAgainFrom);

    internal sealed class Handler(
        ConnectGateContext context,
        Gate.Gate gate,
        AttemptReader attempts,
        LookUps lookUps,
        FactsReader facts,
        AgendaToMe agenda,
        ProfileFields fields,
        Words words,
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
            var (_, allowances, common) = await facts.OfAsync(attempt, cancellationToken);
            var agendas = await agenda
                .Readable(now)
                .Where(seen => seen.Author.Id == recipient.Id)
                .OrderBy(seen => seen.Gathering.BeginsOn)
                .ThenBy(seen => seen.Gathering.Id)
                .Take(SharedContext.Most)
                .Select(seen => new AgendaLines(
                    seen.Gathering.PublicId,
                    seen.Gathering.Name,
                    new ReadAgenda.Lines(seen.Entry.ComesFor, seen.Entry.CanGive)
                ))
                .ToListAsync(cancellationToken);
            var policy = PolicySeen.Of(recipient.Policy, standing, rules.MinimumNote, now);
            return new View(
                CardOf(recipient, Closeness.AnyMember),
                policy,
                [.. recipient.BetterWays.Where(way => way.Audience != Audience.MyDecline).Select(way => way.Text)],
                common.Mutual.Members,
                common.Mutual.OrMore,
                allowances.Usual,
                standing,
                CardOf(me, Closeness.ReadsTheirLetter),
                new TextLimits(PersonalNote.Limit, StatedReason.DetailLimit, Answer.Limit),
                new Timing(
                    attempt.Grounds is { AreVouched: true, IsToBePassedOn: false } ? now : now + rules.DeliveredAfter,
                    now + rules.ExpiresAfter,
                    now + rules.AskAgainAfter
                )
            )
            {
                SharedGroups = common.Groups,
                MetAt = attempt.Grounds.MetAt,
                TalkedAbout = attempt.Grounds is { Met: false } or { MetLongAgo: true }
                    ? ""
                    : await context.Meetings.TalkedAboutAsync(me.Id, recipient.Id, cancellationToken),
                // A missing entry would show a block, where the refusal says that the policy is closed.
                Agendas = standing.Count == 0 ? agendas : [],
                UsualAnswers = [.. UsualAnswers(policy, me)],
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

        private IEnumerable<Answer> UsualAnswers(PolicySeen policy, Member me) =>
            from question in policy.Questions
            where PolicyQuestion.AsksHowOneUsesThisPlace(question.Text, words)
            from detail in me.Details
            where detail.Field == ProfileField.HowIUse
            select new Answer(question.Id, detail.Text);

        private Card CardOf(Member member, Closeness viewer) =>
            new(
                member.Handle,
                member.DisplayName,
                member.Headline,
                member.About,
                member.LanguageTags,
                [.. member.OtherNames.Select(name => name.Text)],
                member.JoinedAt
            )
            {
                Details = fields.Seen(member, viewer),
            };
    }
}
