using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator takes a case, so that no other works on it at the same time.</summary>
public static class TakeCase
{
    /// <summary>
    /// Also keeps a case for another hour that the moderator has. Refused: <c>case-taken</c>, <c>case-closed</c>.
    /// </summary>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.TookCase)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, CaseFile cases, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await cases.FindToActAsync(command.Id, cancellationToken) is not { } file)
            {
                return Outcome<Done>.NotFound();
            }

            if (await cases.RefusalAsync(file, cancellationToken) is { } refusal)
            {
                return Outcome<Done>.Refused([refusal]);
            }

            file.Take(actor.Id, actor.Now);
            trail.Tell(AuditAct.TookCase, file.AuthorId, file.Id);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
