using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Measures;

/// <summary>Another moderator judges a member's appeal.</summary>
public static class AnswerAppeal
{
    /// <summary>
    /// An upheld appeal undoes the measure at once. Not found where no measure with that id was appealed. Refused:
    /// <c>own-case</c> for the moderator whose measure it is and for one with a conflict (see <see cref="Conflicts"/>),
    /// <c>appeal-answered</c>, <c>undo-missing</c> (field <c>undo</c>), <c>reason-given-…</c> (field <c>words</c>).
    /// </summary>
    /// <param name="Id">The public id of the measure.</param>
    /// <param name="Words">10 to 1,000 visible characters. The member reads them.</param>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.UpheldAppeal, AuditAct.RefusedAppeal)]
    public sealed record Command(string Id, bool? Undo, string? Words) : ICommand<CaseDecided>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(command => command.Undo)
                .NotNull()
                .OverridePropertyName("undo")
                .WithErrorCode("undo-missing")
                .WithMessage(_ => Words.Of("undo-missing"));
            RuleFor(command => command.Words).Within(Measure.WordsLimit);
        }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        CaseFile cases,
        Conflicts conflicts,
        Effects effects,
        AuditTrail trail,
        IMediator mediator
    ) : IRequestHandler<Command, Outcome<CaseDecided>>
    {
        public async Task<Outcome<CaseDecided>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.Measures.SingleOrDefaultAsync(
                    one => one.PublicId == command.Id && one.AppealedAt != null,
                    cancellationToken
                )
                is not { } measure
            )
            {
                return Outcome<CaseDecided>.NotFound();
            }

            await context.LockMembersAsync(cancellationToken, measure.MemberId);
            await context.Entry(measure).ReloadAsync(cancellationToken);
            if (measure.AppealAnsweredAt is not null)
            {
                return Outcome<CaseDecided>.Refused([new Refusal("appeal-answered", "", Words.Of("appeal-answered"))]);
            }

            var file = await context.Cases.SingleAsync(one => one.Id == measure.CaseId, cancellationToken);
            var judge = await conflicts.OfAsync(file, measure.ModeratorId, cancellationToken);
            if (!judge.MayDecide)
            {
                return Outcome<CaseDecided>.Refused([Conflicts.Refusal]);
            }

            var undo = command.Undo!.Value;
            measure.AnswerAppeal(undo, actor.Id, command.Words!, judge.WithConflict, actor.Now);
            if (undo)
            {
                await effects.UndoAsync(measure, cancellationToken);
                if (
                    !await context.Measures.AnyAsync(
                        other => other.CaseId == file.Id && other.Id != measure.Id && other.UndoneAt == null,
                        cancellationToken
                    )
                )
                {
                    file.Overturn();
                }
            }

            trail.Tell(
                undo ? AuditAct.UpheldAppeal : AuditAct.RefusedAppeal,
                file.AuthorId,
                file.Id,
                reason: Judge.InLog(command.Words, judge.WithConflict)
            );
            await mediator.Publish(new AppealAnswered(measure), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new CaseDecided(await cases.AuthorNameAsync(file, cancellationToken));
        }
    }
}
