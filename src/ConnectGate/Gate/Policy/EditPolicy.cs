using ConnectGate.People.Policy;
using Microsoft.Extensions.Options;

namespace ConnectGate.Gate.Policy;

/// <summary>
/// A member publishes a connection policy: which senders they accept and what they ask of them. A policy can be
/// stricter than the community's gate, never weaker.
/// </summary>
public static class EditPolicy
{
    /// <summary>The current member's policy as the form shows it.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Kind">The rule that the gate enforces.</param>
    /// <param name="Text">The member's own words. Also offered as a reply when they decline.</param>
    /// <param name="Questions">The questions that each sender answers, in order.</param>
    /// <param name="Offered">Suggested questions. A member may also write their own.</param>
    /// <param name="MinimumNote">The least visible characters of a note; null where the member asks for no more than
    /// the community.</param>
    /// <param name="LeastMinimumNote">The community's own minimum, the lowest value that a member can choose.</param>
    /// <param name="AwayUntil">The day from which the member takes letters again; null where they are not away.</param>
    /// <param name="LettersAWeek">The most letters from strangers in a week; null for any number.</param>
    /// <param name="OnlyWrittenForMe">Whether letters that could have been written to anyone go back to their
    /// sender.</param>
    /// <param name="TalkedCountsAsMet">Whether people who exchanged messages with the member before count as
    /// met.</param>
    public sealed record View(
        PolicyKind Kind,
        string Text,
        IReadOnlyList<string> Questions,
        IReadOnlyList<string> Offered,
        int? MinimumNote,
        int LeastMinimumNote,
        bool WelcomesPitches,
        bool WelcomesJobEnquiries,
        DateOnly? AwayUntil,
        int? LettersAWeek,
        bool OnlyWrittenForMe,
        bool TalkedCountsAsMet
    );

    /// <summary>
    /// Replaces the policy for letters sent from now on. A question with unchanged words keeps its id. Field names are
    /// in camel case: <c>kind</c>, <c>text</c>, <c>questions[0]</c>, <c>minimumNote</c>.
    /// </summary>
    /// <param name="Kind">The rule that the gate enforces.</param>
    /// <param name="Text">Up to 500 visible characters.</param>
    /// <param name="Questions">Up to three, of 5 to 200 visible characters each. Blank ones are left out.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(PolicyKind Kind, string? Text, IReadOnlyList<string?>? Questions) : ICommand<Done>
    {
        /// <summary>
        /// The least visible characters of a note, from the community's minimum to <see cref="MostMinimumNote"/>; null
        /// for the community's minimum.
        /// </summary>
        public int? MinimumNote { get; init; }

        /// <summary>Whether pitches are welcome. The gate then admits them.</summary>
        public bool WelcomesPitches { get; init; }

        /// <summary>Whether job enquiries are welcome. The gate then admits them.</summary>
        public bool WelcomesJobEnquiries { get; init; }

        /// <summary>
        /// The day, in UTC, from which the member takes letters again: tomorrow to <see cref="MostDaysAway"/> days from
        /// now; null where they are not away.
        /// </summary>
        public DateOnly? AwayUntil { get; init; }

        /// <summary>
        /// The most letters from strangers from Monday to Monday, 1 to <see cref="MostLettersAWeek"/>; null for any
        /// number.
        /// </summary>
        public int? LettersAWeek { get; init; }

        /// <summary>Whether letters that could have been written to anyone go back to their sender.</summary>
        public bool OnlyWrittenForMe { get; init; }

        /// <summary>
        /// Whether people I have exchanged messages with before count as met. Matters only for a policy that admits
        /// only introduced and met senders.
        /// </summary>
        public bool TalkedCountsAsMet { get; init; }
    }

    public const int MostQuestions = ConnectionPolicy.MostQuestions;

    /// <summary>The highest minimum that a member can choose, in visible characters.</summary>
    public const int MostMinimumNote = ConnectionPolicy.LongestMinimumNote;

    public const int MostDaysAway = ConnectionPolicy.LongestAwayDays;

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
            PolicyQuestion.HowYouUse,
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
                policy.WelcomesPitches,
                policy.WelcomesJobEnquiries,
                policy.AwayAt(actor.Now),
                policy.LettersAWeek,
                policy.OnlyWrittenForMe,
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
                    WelcomesPitches = command.WelcomesPitches,
                    WelcomesJobEnquiries = command.WelcomesJobEnquiries,
                    AwayUntil = command.AwayUntil,
                    LettersAWeek = command.LettersAWeek,
                    OnlyWrittenForMe = command.OnlyWrittenForMe,
                    TalkedCountsAsMet = command.TalkedCountsAsMet,
                }
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
