using ConnectGate.Foundation.Audit;
using ConnectGate.People.Members.Suspensions;

namespace ConnectGate.Care.Moderation;

/// <summary>A moderator closes a case without a measure.</summary>
public static class DismissCase
{
    /// <summary>Refused: <c>own-case</c> where the moderator is involved (<see cref="CaseFile.IsOwnAsync"/>).</summary>
    /// <param name="Reason">10 to 1,000 visible characters, for the audit log. Field <c>reason</c>.</param>
    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.DismissedCase)]
    public sealed record Command(string Id, string? Reason) : ICommand<CaseDecided>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Within(Suspension.ReasonLimit);
    }

    internal sealed class Handler(ConnectGateContext context, Actor actor, CaseFile cases)
        : IRequestHandler<Command, Outcome<CaseDecided>>
    {
        public async Task<Outcome<CaseDecided>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindToDecideAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<CaseDecided>.NotFound();
            }

            if (await cases.IsOwnAsync(file, cancellationToken))
            {
                return Outcome<CaseDecided>.Refused(CaseFile.OwnCase);
            }

            var now = actor.Now;
            file.Close(upheld: false, actor.Id, command.Reason!, now);
            cases.Tell(file, AuditAct.DismissedCase, command.Reason!);
            await context.SaveChangesAsync(cancellationToken);
            return await cases.DecidedAsync(file, cancellationToken);
        }
    }
}
