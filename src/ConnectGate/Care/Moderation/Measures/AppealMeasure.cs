namespace ConnectGate.Care.Moderation.Measures;

/// <summary>A member appeals a measure against them. A suspended member may, too.</summary>
public static class AppealMeasure
{
    /// <summary>
    /// Once for each measure, within <see cref="AppealableDays"/> days. Not found where the measure is not against the
    /// current member. Refused: <c>appeal-…</c> (field <c>text</c>).
    /// </summary>
    /// <param name="Text">10 to 2,000 visible characters.</param>
    /// <param name="Together">Also appeals the other measures of the same decision that can be appealed, with the same
    /// text. Each gets its own answer.</param>
    /// <exception cref="IllegalTransitionException">It was appealed, or the time for it is over.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id, string? Text, bool Together = false) : ICommand<Done>;

    /// <summary>The time for an appeal, in days.</summary>
    public static int AppealableDays => Measure.AppealableFor.Days;

    /// <summary>The limit of an appeal's text.</summary>
    public static TextLimit TextLimit => Measure.AppealLimit;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(Measure.AppealLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            await context.LockMembersAsync(cancellationToken, me);
            if (
                await context.Measures.SingleOrDefaultAsync(
                    measure => measure.PublicId == command.Id && measure.MemberId == me,
                    cancellationToken
                )
                is not { } measure
            )
            {
                return Outcome<Done>.NotFound();
            }

            measure.Appeal(command.Text!, actor.Now);
            if (command.Together)
            {
                foreach (var other in await context.Measures.BesideAsync(measure, actor.Now, cancellationToken))
                {
                    other.Appeal(command.Text!, actor.Now);
                }
            }

            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
