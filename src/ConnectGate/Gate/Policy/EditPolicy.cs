using ConnectGate.People.Policy;
using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Policy;

/// <summary>
/// A member publishes whom they connect with, and what they ask of everyone who asks: stricter than the community's
/// gate, never weaker.
/// </summary>
public static class EditPolicy
{
    /// <summary>The current member's policy, as the form begins.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Kind">What the gate enforces.</param>
    /// <param name="Text">The member's own words; also offered as a reply when they decline.</param>
    /// <param name="Questions">What each asker answers, in order.</param>
    /// <param name="Offered">Questions to choose from; a member may also write their own.</param>
    /// <param name="MinimumNote">The least visible characters of a note; null where they ask for no more than the
    /// community.</param>
    /// <param name="LeastMinimumNote">The least they can ask for: the community's.</param>
    /// <param name="WelcomesOffers">Whether offers are welcome.</param>
    /// <param name="WelcomesJobEnquiries">Whether job enquiries are welcome.</param>
    /// <param name="AwayUntil">The day from which they take letters again; null where they are not away.</param>
    /// <param name="LettersAWeek">How many strangers' letters they take in a week; null for any number.</param>
    /// <param name="TalkedCountsAsMet">Whether who wrote to and fro with them before counts as met.</param>
    public sealed record View(
        PolicyKind Kind,
        string Text,
        IReadOnlyList<string> Questions,
        IReadOnlyList<string> Offered,
        int? MinimumNote,
        int LeastMinimumNote,
        bool WelcomesOffers,
        bool WelcomesJobEnquiries,
        DateOnly? AwayUntil,
        int? LettersAWeek,
        bool TalkedCountsAsMet
    );

    /// <summary>
    /// Replaces the policy, for letters sent from now on. A question whose words stay the same keeps its id. Fields in
    /// camel case: <c>kind</c>, <c>text</c>, <c>questions[0]</c>, <c>minimumNote</c>.
    /// </summary>
    /// <param name="Kind">What the gate enforces.</param>
    /// <param name="Text">Up to 500 visible characters.</param>
    /// <param name="Questions">Up to three, of 5 to 200 each; blank ones are left out.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(PolicyKind Kind, string? Text, IReadOnlyList<string?>? Questions) : ICommand<Done>
    {
        /// <summary>
        /// The least visible characters of a note, from the community's least to <see cref="MostMinimumNote"/>; null
        /// for the community's.
        /// </summary>
        public int? MinimumNote { get; init; }

        /// <summary>Whether offers are welcome: they are then let through.</summary>
        public bool WelcomesOffers { get; init; }

        /// <summary>Whether job enquiries are welcome, likewise.</summary>
        public bool WelcomesJobEnquiries { get; init; }

        /// <summary>
        /// The day, in UTC, from which letters are taken again: tomorrow to <see cref="MostDaysAway"/> days from now;
        /// null for not away.
        /// </summary>
        public DateOnly? AwayUntil { get; init; }

        /// <summary>
        /// The most strangers' letters from Monday to Monday, 1 to <see cref="MostLettersAWeek"/>; null for any number.
        /// </summary>
        public int? LettersAWeek { get; init; }

        /// <summary>
        /// Whether who wrote to and fro with me before counts as met; matters where only the introduced and the met may
        /// ask.
        /// </summary>
        public bool TalkedCountsAsMet { get; init; }
    }

    /// <summary>The most questions.</summary>
    public const int MostQuestions = ConnectionPolicy.MostQuestions;

    /// <summary>The longest note that can be asked for, in visible characters.</summary>
    public const int MostMinimumNote = ConnectionPolicy.LongestMinimumNote;

    /// <summary>The most days that one can be away.</summary>
    public const int MostDaysAway = ConnectionPolicy.LongestAwayDays;

    /// <summary>The highest limit of letters a week.</summary>
    public const int MostLettersAWeek = ConnectionPolicy.MostLettersAWeek;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines, IOptions<GateOptions> options, Actor actor)
        {
            RuleFor(command => command.Kind)
                .IsInEnum()
                .OverridePropertyName("kind")
                .WithErrorCode("policy-kind-missing")
                .WithMessage(_ => Words.Of("policy-kind-missing"));
            RuleFor(command => command.Text).ForStrangers(ConnectionPolicy.TextLimit, lines);
            RuleFor(command => command.Questions)
                .Must(questions =>
                    questions is null || questions.Count(question => !VisibleText.IsBlank(question)) <= MostQuestions
                )
                .OverridePropertyName("questions")
                .WithErrorCode("too-many-questions")
                .WithMessage(_ => Words.Format("too-many-questions", MostQuestions));
            RuleForEach(command => command.Questions)
                .Where(question => !VisibleText.IsBlank(question))
                .ForStrangers(PolicyQuestion.Limit, lines);

            var least = options.Value.MinimumNote;
            RuleFor(command => command.MinimumNote)
                .InclusiveBetween(least, MostMinimumNote)
                .OverridePropertyName("minimumNote")
                .WithErrorCode("minimum-note-out-of-range")
                .WithMessage(_ => Words.Format("minimum-note-out-of-range", least, MostMinimumNote));
            RuleFor(command => command.LettersAWeek)
                .InclusiveBetween(1, MostLettersAWeek)
                .OverridePropertyName("lettersAWeek")
                .WithErrorCode("letters-a-week-out-of-range")
                .WithMessage(_ => Words.Format("letters-a-week-out-of-range", MostLettersAWeek));

            var today = DateOnly.FromDateTime(actor.Now);
            var (first, last) = (today.AddDays(1), today.AddDays(MostDaysAway));
            RuleFor(command => command.AwayUntil)
                .InclusiveBetween(first, last)
                .OverridePropertyName("awayUntil")
                .WithErrorCode("away-until-out-of-range")
                .WithMessage(_ => Words.Format("away-until-out-of-range", first, last));
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
        : IRequestHandler<Query, View>,
            IRequestHandler<Command, Outcome<Done>>
    {
        private static readonly string[] Offered =
        [
            "question-why-me",
            "question-who-are-you",
            "question-how-you-use",
            "question-in-it-for-both",
        ];

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == actor.Id, cancellationToken);
            var (policy, least) = (me.Policy, options.Value.MinimumNote);
            return new View(
                policy.Kind,
                policy.Text,
                [.. policy.Questions.Select(question => question.Text)],
                [.. Offered.Select(name => actor.Say(Words.Of(name)))],
                policy.MinimumNote > least ? policy.MinimumNote : null,
                least,
                policy.WelcomesOffers,
                policy.WelcomesJobEnquiries,
                policy.AwayAt(actor.Now),
                policy.LettersAWeek,
                policy.TalkedCountsAsMet
            );
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            var questions = (command.Questions ?? [])
                .Select(VisibleText.Clean)
                .Where(text => text.Length > 0)
                .Distinct(StringComparer.Ordinal);
            me.Publish(
                new ConnectionPolicy(
                    command.Kind,
                    VisibleText.Clean(command.Text),
                    [
                        .. questions.Select(text =>
                            me.Policy.QuestionOf(text) ?? new PolicyQuestion(PublicId.Next(), text)
                        ),
                    ]
                )
                {
                    MinimumNote = command.MinimumNote,
                    WelcomesOffers = command.WelcomesOffers,
                    WelcomesJobEnquiries = command.WelcomesJobEnquiries,
                    AwayUntil = command.AwayUntil,
                    LettersAWeek = command.LettersAWeek,
                    TalkedCountsAsMet = command.TalkedCountsAsMet,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
