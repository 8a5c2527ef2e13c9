namespace ConnectGate.People.Members.Profiles;

/// <summary>A member chooses the language of pages, mail and answers, without a change of other settings.</summary>
public static class ChooseLanguage
{
    /// <summary>Field: <c>language</c>.</summary>
    /// <param name="Language">The tag of one of the community's languages.</param>
    [SentBy(Senders.Members)]
    public sealed record Command(string? Language) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(Words words) =>
            RuleFor(command => command.Language)
                .Must(words.Has)
                .OverridePropertyName("language")
                .WithErrorCode("preferred-language-unknown")
                .WithMessage(_ => Words.Of("preferred-language-unknown"));
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, Words words)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await context.LockMembersAsync(cancellationToken, actor.Id);
            var me = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            me.ReadIn(words.LanguageOf(command.Language), me.TimeZone, actor.Now);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
