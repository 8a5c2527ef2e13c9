namespace ConnectGate.People.Members.Profiles;

public static class EditProfile
{
    /// <summary>The current profile, for the form.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Handle">Never changes.</param>
    /// <param name="DisplayName">The name that people know them by.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">May be empty.</param>
    /// <param name="Languages">Tags of the languages that they read, in their order.</param>
    /// <param name="OtherNames">The field "You may know me as".</param>
    /// <param name="BetterWays">The field "Better ways to reach me".</param>
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
    )
    {
        /// <summary>The version of the member's photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }

        /// <summary>The fields that <see cref="Details"/> can fill in.</summary>
        public required IReadOnlyList<ProfileField> Fields { get; init; }

        public required IReadOnlyList<Detail> Details { get; init; }
    }

    public sealed record Way(string? Text, Audience Audience);

    /// <param name="Field">The name of one of <see cref="View.Fields"/>.</param>
    public sealed record Detail(string? Field, string? Text, SeenBy SeenBy);

    /// <summary>
    /// Replaces the profile. Blank other names, ways and details are left out. Fields: <c>displayName</c>,
    /// <c>otherNames[0]</c>, <c>betterWays[0].text</c>, <c>details[0].text</c>.
    /// </summary>
    /// <remarks>
    /// Every text in it reaches strangers, so <c>abuse</c> is refused at its field.
    /// </remarks>
    /// <param name="DisplayName">Within <see cref="Member.DisplayNameLimit"/>.</param>
    /// <param name="Headline">Within <see cref="Member.HeadlineLimit"/>.</param>
    /// <param name="About">Within <see cref="Member.AboutLimit"/>.</param>
    /// <param name="Languages">Tags from <see cref="View.AllLanguages"/>.</param>
    /// <param name="OtherNames">
    /// At most <see cref="MostOtherNames"/>, each within <see cref="OtherName.Limit"/>.
    /// </param>
    /// <param name="BetterWays">
    /// At most <see cref="MostBetterWays"/>, each within <see cref="BetterWay.Limit"/>.
    /// </param>
    [SentBy(Senders.Members)]
    public sealed record Command(
        string? DisplayName,
        string? Headline,
        string? About,
        IReadOnlyList<string>? Languages,
        IReadOnlyList<string?>? OtherNames,
        IReadOnlyList<Way>? BetterWays
    ) : ICommand<Done>
    {
        /// <summary>Lines of the community's profile fields, at most <see cref="ProfileField.Most"/> of each.</summary>
        public IReadOnlyList<Detail> Details { get; init; } = [];
    }

    public const int MostOtherNames = Member.MostOtherNames;

    public const int MostBetterWays = Member.MostBetterWays;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(IReadsLines lines, ProfileFields fields)
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
            RuleFor(command => command.Details)
                .Custom(
                    (details, context) =>
                    {
                        foreach (var refusal in fields.Check(details, lines))
                        {
                            context.Refuse(refusal);
                        }
                    }
                );
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, ProfileFields fields)
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
            )
            {
                Photo = me.PhotoVersion,
                Fields = fields.All,
                Details =
                [
                    .. fields
                        .Seen(me, Closeness.Self)
                        .Select(detail => new Detail(detail.Field, detail.Text, detail.SeenBy.GetValueOrDefault())),
                ],
            };
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
                command.Details.Select(detail => new ProfileDetail(
                    detail.Field!,
                    detail.Text ?? "",
                    fields.Find(detail.Field)!.IsForAll ? SeenBy.AllMembers : detail.SeenBy
                )),
                actor.Now
            );
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
