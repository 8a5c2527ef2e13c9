using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>A moderator decides a case: without a breach, or with measures.</summary>
public static class DecideCase
{
    /// <summary>
    /// Closes the case. Measures take effect with the commit, in open sessions and for API tokens too. Refused, besides
    /// what <see cref="IDecision"/> says: <c>own-case</c> (see <see cref="Conflicts"/>), <c>case-taken</c>,
    /// <c>case-closed</c>, <c>rule-missing</c> for a rule that is not in the list.
    /// </summary>
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
    ) : ICommand<CaseDecided>, IDecision;

    /// <summary>The longest suspension that ends by itself, in days.</summary>
    public const int MostDays = 90;

    internal sealed class Validator : DecisionValidator<Command>;

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
                trail.Tell(AuditAct.DismissedCase, file.AuthorId, file.Id, reason: Note(command.Words!));
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
                    reason: Note($"{decision.Rule}: {VisibleText.Clean(command.Words)}")
                );
                await mediator.Publish(new MeasureTaken(measure), cancellationToken);
            }

            await effects.EndHoldingBackAsync(file, cancellationToken);
            await mediator.Publish(new CaseClosed(file), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new CaseDecided(await cases.AuthorNameAsync(file, cancellationToken));

            // The log says when nobody was free of conflict.
            string Note(string words) =>
                decision.WithConflict ? $"(No moderator was free of conflict.) {words}" : words;
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
