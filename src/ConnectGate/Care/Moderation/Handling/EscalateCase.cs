using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator passes a case on to the administrators.</summary>
public static class EscalateCase
{
    /// <summary>
    /// Also possible with a conflict of interest. Refused: <c>case-taken</c>, <c>case-closed</c>, <c>reason-given-…</c>
    /// (field <c>text</c>); <c>own-case</c> for the member whom the case is about.
    /// </summary>
    /// <param name="Text">Why: 10 to 1,000 visible characters, for the moderators.</param>
    /// <exception cref="IllegalTransitionException">The case is escalated already.</exception>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.EscalatedCase)]
    public sealed record Command(string Id, string? Text) : ICommand<Done>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Text).Within(Measures.Measure.WordsLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, CaseFile cases, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindToActAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<Done>.NotFound();
            }

            if (file.AuthorId == actor.Id)
            {
                return Outcome<Done>.Refused([Conflicts.Refusal]);
            }

            if (await cases.RefusalAsync(file, cancellationToken) is { } refusal)
            {
                return Outcome<Done>.Refused([refusal]);
            }

            file.Escalate();
            var why = VisibleText.Clean(command.Text);
            context.CaseComments.Add(
                new CaseComment
                {
                    CaseId = file.Id,
                    AuthorId = actor.Id,
                    Text = why,
                    At = actor.Now,
                }
            );
            trail.Tell(AuditAct.EscalatedCase, file.AuthorId, file.Id, reason: why);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
