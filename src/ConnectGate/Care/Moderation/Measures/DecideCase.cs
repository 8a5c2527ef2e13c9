using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>A moderator decides a case: without a breach, or with measures.</summary>
public static class DecideCase
{
    /// <summary>
    /// Closes the case. Measures take effect with the commit, in open sessions and for API tokens too. Refused:
    /// <c>ruling-missing</c>, <c>days-out-of-range</c>, <c>rule-missing</c>, <c>reason-given-…</c>,
    /// <c>dismissal-with-measures</c>, <c>own-case</c> (see <see cref="Conflicts"/>), <c>case-taken</c>,
    /// <c>case-closed</c>.
    /// </summary>
    /// <param name="Id">The public id of the case.</param>
    /// <param name="Ruling">Field <c>chosen</c>.</param>
    /// <param name="Days">1 to <see cref="MostDays"/> for <see cref="Measures.Ruling.Suspend"/>. Field
    /// <c>days</c>.</param>
    /// <param name="Rule">The public id of the broken rule; none for a dismissal. Field <c>rule</c>.</param>
    /// <param name="Words">10 to 1,000 visible characters. The author reads them, unless the case is dismissed. Field
    /// <c>reason</c>.</param>
    /// <param name="RemoveTexts">Also replaces the reported texts. Not with a dismissal.</param>
    /// <param name="MarkTemplates">Also makes templates of the reported notes. Not with a dismissal.</param>
    [SentBy(Senders.Moderators)]
    [Audited(
        AuditAct.DismissedCase,
        AuditAct.WarnedMember,
        AuditAct.ReducedAllowance,
        AuditAct.SuspendedMember,
        AuditAct.RemovedText,
        AuditAct.MarkedTemplate
    )]
    public sealed record Command(
        string Id,
        Ruling? Ruling,
        int? Days,
        string? Rule,
        string? Words,
        bool RemoveTexts = false,
        bool MarkTemplates = false
    ) : ICommand<CaseDecided>;

    /// <summary>The longest suspension that ends by itself, in days.</summary>
    public const int MostDays = 90;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Ruling)
                .Must(ruling => ruling is { } chosen && Enum.IsDefined(chosen))
                .OverridePropertyName("chosen")
                .WithErrorCode("ruling-missing")
                .WithMessage(_ => Words.Of("ruling-missing"));
            RuleFor(command => command.Days)
                .Must(days => days is >= 1 and <= MostDays)
                .When(command => command.Ruling == Ruling.Suspend)
                .OverridePropertyName("days")
                .WithErrorCode("days-out-of-range")
                .WithMessage(_ => Words.Format("days-out-of-range", MostDays));
            RuleFor(command => command.Rule)
                .NotEmpty()
                .When(command => command.Ruling is not null and not Ruling.Dismiss)
                .OverridePropertyName("rule")
                .WithErrorCode("rule-missing")
                .WithMessage(_ => Words.Of("rule-missing"));
            RuleFor(command => command.Words).Within(Measure.WordsLimit, "reason");
            RuleFor(command => command.RemoveTexts)
                .Must((command, _) => !command.RemoveTexts && !command.MarkTemplates)
                .When(command => command.Ruling == Ruling.Dismiss)
                .OverridePropertyName("chosen")
                .WithErrorCode("dismissal-with-measures")
                .WithMessage(_ => Words.Of("dismissal-with-measures"));
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        CaseFile cases,
        Decisions decisions,
        Effects effects,
        AuditTrail trail,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<CaseDecided>>
    {
        public async Task<Outcome<CaseDecided>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (judged, refusal) = await decisions.JudgeAsync(command, cancellationToken);
            if (judged is not { } decision)
            {
                return refusal is null ? Outcome<CaseDecided>.NotFound() : Outcome<CaseDecided>.Refused([refusal]);
            }

            var (file, now) = (decision.Case, actor.Now);
            file.Close(decision.Kinds.Count > 0, actor.Id, command.Words!, now);
            if (decision.Kinds.Count == 0)
            {
                trail.Tell(
                    AuditAct.DismissedCase,
                    file.AuthorId,
                    file.Id,
                    reason: Judge.InLog(command.Words, decision.WithConflict)
                );
            }

            foreach (var kind in decision.Kinds)
            {
                var measure = Measure.Take(
                    file,
                    kind,
                    actor.Id,
                    decision.Rule!,
                    command.Words!,
                    decision.WithConflict,
                    Decisions.Until(kind, command.Days, now),
                    now
                );
                context.Measures.Add(measure);
                await effects.TakeAsync(measure, cancellationToken);
                trail.Tell(
                    ActOf(kind),
                    file.AuthorId,
                    file.Id,
                    reason: Judge.InLog($"{decision.Rule}: {VisibleText.Clean(command.Words)}", decision.WithConflict)
                );
                await mediator.Publish(new MeasureTaken(measure), cancellationToken);
            }

            await effects.CloseAsync(file, cancellationToken);
            await mediator.Publish(new CaseClosed(file), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new CaseDecided(await cases.AuthorNameAsync(file, cancellationToken));
        }

        private static AuditAct ActOf(MeasureKind kind) =>
            kind switch
            {
                MeasureKind.Warn => AuditAct.WarnedMember,
                MeasureKind.ReduceAllowance => AuditAct.ReducedAllowance,
                MeasureKind.RemoveText => AuditAct.RemovedText,
                MeasureKind.MarkTemplate => AuditAct.MarkedTemplate,
                _ => AuditAct.SuspendedMember,
            };
    }
}
