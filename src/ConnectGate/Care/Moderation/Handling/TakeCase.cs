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

    internal sealed class Handler(CaseFile cases, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken) =>
            cases.ActAsync(
                command.Id,
                AuditAct.TookCase,
                why: null,
                file => file.Take(actor.Id, actor.Now),
                cancellationToken
            );
    }
}
