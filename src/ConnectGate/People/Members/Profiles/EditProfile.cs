namespace ConnectGate.People.Members.Profiles;

/// <summary>A member describes themself.</summary>
public static class EditProfile
{
    /// <summary>The current member's profile, as the form begins.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Handle">Theirs for good.</param>
    /// <param name="DisplayName">The name that people know them by.</param>
    /// <param name="Headline">One line about them; may be empty.</param>
    /// <param name="About">More about them; may be empty.</param>
    /// <param name="Languages">Tags of the languages they read, in their order.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="BetterWays">"Better ways to reach me".</param>
    /// <param name="AllLanguages">Every language to choose from.</param>
    public sealed record View(
        string Handle,
        string DisplayName,
        string Headline,
        string About,
        IReadOnlyList<string> Languages,
        IReadOnlyList<string> OtherNames,
        IReadOnlyList<Way> BetterWays,
        IReadOnlyList<Language> AllLanguages
    );

    /// <summary>A better way to reach a member.</summary>
    /// <param name="Text">What it is.</param>
    /// <param name="Audience">Who sees it.</param>
    public sealed record Way(string? Text, Audience Audience);

    /// <summary>
    /// Replaces the profile. Blank other names and ways are left out. Fields: <c>displayName</c>, <c>otherNames[0]</c>,
    /// <c>betterWays[0].text</c>.
    /// </summary>
    /// <remarks>Every text in it reaches strangers: <c>abuse</c> and <c>sales-pitch</c> are refused at its
    /// field.</remarks>
    /// <param name="DisplayName">1 to 80 visible characters.</param>
    /// <param name="Headline">Up to 160.</param>
    /// <param name="About">Up to 2,000.</param>
    /// <param name="Languages">Tags from <see cref="View.AllLanguages"/>.</param>
    /// <param name="OtherNames">Up to 10, of up to 80 each.</param>
    /// <param name="BetterWays">Up to 5, of up to 200 each.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        string? DisplayName,
        string? Headline,
        string? About,
        IReadOnlyList<string>? Languages,
        IReadOnlyList<string?>? OtherNames,
        IReadOnlyList<Way>? BetterWays
    ) : ICommand<Done>;

    /// <summary>The most other names.</summary>
    public const int MostOtherNames = Member.MostOtherNames;

    /// <summary>The most better ways.</summary>
    public const int MostBetterWays = Member.MostBetterWays;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines)
        {
            RuleFor(command => command.DisplayName).ForStrangers(Member.DisplayNameLimit, lines);
            RuleFor(command => command.Headline).ForStrangers(Member.HeadlineLimit, lines);
            RuleFor(command => command.About).ForStrangers(Member.AboutLimit, lines);
            RuleFor(command => command.Languages)
                .Must(tags => tags is null || tags.All(tag => Language.Of(tag) is not null))
                .OverridePropertyName("languages")
                .WithErrorCode("language-unknown")
                .WithMessage(_ => Words.Of("language-unknown"));

            RuleFor(command => command.OtherNames)
                .Must(names => names is null || names.Count(name => !VisibleText.IsBlank(name)) <= MostOtherNames)
                .OverridePropertyName("otherNames")
                .WithErrorCode("too-many-other-names")
                .WithMessage(_ => Words.Format("too-many-other-names", MostOtherNames));
            RuleForEach(command => command.OtherNames).ForStrangers(OtherName.Limit, lines);

            RuleFor(command => command.BetterWays)
                .Must(ways => ways is null || ways.Count(way => !VisibleText.IsBlank(way.Text)) <= MostBetterWays)
                .OverridePropertyName("betterWays")
                .WithErrorCode("too-many-better-ways")
                .WithMessage(_ => Words.Format("too-many-better-ways", MostBetterWays));
            RuleForEach(command => command.BetterWays)
                .ChildRules(way =>
                {
                    way.RuleFor(value => value.Text).ForStrangers(BetterWay.Limit, lines);
                    way.RuleFor(value => value.Audience)
                        .IsInEnum()
                        .OverridePropertyName("audience")
                        .WithErrorCode("audience-missing")
                        .WithMessage(_ => Words.Of("audience-missing"));
                });
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor)
        : IRequestHandler<Query, View>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == actor.Id, cancellationToken);
            return new View(
                me.Handle,
                me.DisplayName,
                me.Headline,
                me.About,
                me.LanguageTags,
                [.. me.OtherNames.Select(name => name.Text)],
                [.. me.BetterWays.Select(way => new Way(way.Text, way.Audience))],
                Language.All
            );
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.Describe(
                command.DisplayName!,
                command.Headline ?? "",
                command.About ?? "",
                (command.Languages ?? []).Select(tag => Language.Of(tag)!.Tag).Distinct(StringComparer.Ordinal),
                (command.OtherNames ?? []).Select(name => name ?? ""),
                (command.BetterWays ?? []).Select(way => new BetterWay(way.Text ?? "", way.Audience)),
                actor.Now
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
