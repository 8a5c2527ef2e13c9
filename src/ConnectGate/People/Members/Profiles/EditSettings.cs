using ConnectGate.Foundation;

namespace ConnectGate.People.Members.Profiles;

/// <summary>
/// A member chooses whether and when to get the digest, and the language and time zone in which they read.
/// </summary>
public static class EditSettings
{
    /// <summary>The current settings, for the form.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Digest">The frequency of the digest.</param>
    /// <param name="Hour">0 to 23, in their time zone; a weekly digest comes on Mondays.</param>
    /// <param name="TimeZone">IANA name.</param>
    /// <param name="TimeZones">IANA names of every time zone to choose from.</param>
    /// <param name="Language">BCP 47 tag.</param>
    /// <param name="Languages">Every language of the community, the default first.</param>
    public sealed record View(
        DigestFrequency Digest,
        int Hour,
        string TimeZone,
        IReadOnlyList<string> TimeZones,
        string Language,
        IReadOnlyList<Language> Languages
    );

    /// <summary>Replaces the settings. Fields: <c>digest</c>, <c>hour</c>, <c>timeZone</c>, <c>language</c>.</summary>
    /// <param name="Digest">The frequency of the digest.</param>
    /// <param name="Hour">0 to 23.</param>
    /// <param name="TimeZone">One of <see cref="View.TimeZones"/>.</param>
    /// <param name="Language">The tag of one of <see cref="View.Languages"/>; null changes nothing.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(DigestFrequency Digest, int Hour, string? TimeZone, string? Language = null)
        : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(Words words)
        {
            RuleFor(command => command.Digest)
                .IsInEnum()
                .OverridePropertyName("digest")
                .WithErrorCode("digest-missing")
                .WithMessage(_ => Words.Of("digest-missing"));
            RuleFor(command => command.Hour)
                .InclusiveBetween(0, 23)
                .OverridePropertyName("hour")
                .WithErrorCode("hour-unknown")
                .WithMessage(_ => Words.Of("hour-unknown"));
            RuleFor(command => command.TimeZone)
                .Must(Zones.Has)
                .OverridePropertyName("timeZone")
                .WithErrorCode("time-zone-unknown")
                .WithMessage(_ => Words.Of("time-zone-unknown"));
            RuleFor(command => command.Language)
                .Must(tag => tag is null || words.Has(tag))
                .OverridePropertyName("language")
                .WithErrorCode("preferred-language-unknown")
                .WithMessage(_ => Words.Of("preferred-language-unknown"));
        }
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Words words)
        : IRequestHandler<Query, View>,
            IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = await context
                .Members.AsNoTracking()
                .SingleAsync(member => member.Id == actor.Id, cancellationToken);
            return new View(
                me.Digest.Frequency,
                me.Digest.Hour,
                me.TimeZone,
                Zones.All,
                words.LanguageOf(me.PreferredLanguage).Name,
                [.. words.Languages.Select(language => new Language(language.Name, Words.NameOf(language)))]
            );
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.ChooseDigest(command.Digest, command.Hour, actor.Now);
            me.ReadIn(words.LanguageOf(command.Language ?? me.PreferredLanguage), command.TimeZone!, actor.Now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
