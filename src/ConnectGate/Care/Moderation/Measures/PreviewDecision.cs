namespace ConnectGate.Care.Moderation.Measures;

/// <summary>What the author would read if a case were decided so. Changes nothing.</summary>
public static class PreviewDecision
{
    /// <summary>Refuses what <see cref="DecideCase.Command"/> refuses.</summary>
    [SentBy(Senders.Moderators)]
    public sealed record Command(DecideCase.Command Decision) : ICommand<View>;

    /// <param name="Measures">What would be done; none for a dismissal, of which the author learns nothing.</param>
    /// <param name="Rule">The broken rule; null for a dismissal.</param>
    /// <param name="WithConflict">The log and the author would read that nobody was free of conflict.</param>
    public sealed record View(IReadOnlyList<Planned> Measures, string? Rule, string Words, bool WithConflict);

    /// <param name="Until">The end of its effect; null for none.</param>
    public sealed record Planned(MeasureKind Kind, DateTime? Until);

    internal sealed class Validator : AbstractValidator<Command>
    {
        // Without a name of its own, so that the fields are those of the decision.
        public Validator() =>
            RuleFor(command => command.Decision).SetValidator(new DecideCase.Validator()).OverridePropertyName("");
    }

    internal sealed class Handler(Decisions decisions, Actor actor) : IRequestHandler<Command, Outcome<View>>
    {
        public async Task<Outcome<View>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (judged, refusal) = await decisions.JudgeAsync(command.Decision, cancellationToken);
            return judged is { } decision
                    ? new View(
                        [
                            .. decision.Kinds.Select(kind => new Planned(
                                kind,
                                Decisions.Until(kind, command.Decision.Days, actor.Now)
                            )),
                        ],
                        decision.Rule,
                        VisibleText.Clean(command.Decision.Words),
                        decision.WithConflict
                    )
                : refusal is null ? Outcome<View>.NotFound()
                : Outcome<View>.Refused([refusal]);
        }
    }
}
