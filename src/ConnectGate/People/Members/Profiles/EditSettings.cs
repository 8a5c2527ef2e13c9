namespace ConnectGate.People.Members.Profiles;

/// <summary>A member says whether and when to be mailed what is new, and in which time zone they live.</summary>
public static class EditSettings
{
    /// <summary>The current member's settings, as the form begins.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Digest">How often to mail what is new.</param>
    /// <param name="Hour">At which hour, 0 to 23, in their time zone; a weekly digest comes on Mondays.</param>
    /// <param name="TimeZone">IANA name.</param>
    /// <param name="TimeZones">Every time zone to choose from.</param>
    public sealed record View(DigestFrequency Digest, int Hour, string TimeZone, IReadOnlyList<string> TimeZones);

    /// <summary>Replaces the settings. Fields: <c>digest</c>, <c>hour</c>, <c>timeZone</c>.</summary>
    /// <param name="Digest">How often.</param>
    /// <param name="Hour">0 to 23.</param>
    /// <param name="TimeZone">One of <see cref="View.TimeZones"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(DigestFrequency Digest, int Hour, string? TimeZone) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
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
            return new View(me.Digest.Frequency, me.Digest.Hour, me.TimeZone, Zones.All);
        }

        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.ChooseDigest(command.Digest, command.Hour, command.TimeZone!, actor.Now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
