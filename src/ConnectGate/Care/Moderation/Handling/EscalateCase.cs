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

    internal sealed class Handler(CaseFile cases) : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            cases.ActAsync(
                command.Id,
                AuditAct.EscalatedCase,
                command.Text,
                file =>
                {
                    file.Escalate();
                    cases.Comment(file, command.Text);
                },
                cancellationToken
            );
    }
}
