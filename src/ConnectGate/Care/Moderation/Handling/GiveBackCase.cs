using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Handling;

/// <summary>A moderator gives a case back to the queue.</summary>
public static class GiveBackCase
{
    /// <summary>Refused: <c>case-taken</c> where another moderator has it, <c>case-closed</c>.</summary>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.GaveBackCase)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(CaseFile cases) : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            cases.ActAsync(command.Id, AuditAct.GaveBackCase, why: null, file => file.GiveBack(), cancellationToken);
    }
}
