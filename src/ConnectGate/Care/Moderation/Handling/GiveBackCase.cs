using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator gives a case back to the queue.</summary>
public static class GiveBackCase
{
    /// <summary>Refused: <c>case-taken</c> where another moderator has it, <c>case-closed</c>.</summary>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.GaveBackCase)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, CaseFile cases, AuditTrail trail)
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

            file.GiveBack();
            trail.Tell(AuditAct.GaveBackCase, file.AuthorId, file.Id);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
