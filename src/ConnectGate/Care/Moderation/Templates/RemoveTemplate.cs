using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Templates;

/// <summary>Removes a text from the templates that the gate refuses: <c>-- gate template remove ID</c>.</summary>
public static class RemoveTemplate
{
    /// <summary>Not found where there is no such template.</summary>
    [SentBy(Senders.Server)]
    [Audited(AuditAct.RemovedTemplate)]
    public sealed record Command(long Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (
                await context.NoteTemplates.SingleOrDefaultAsync(
                    template => template.Id == command.Id,
                    cancellationToken
                )
                is not { } template
            )
            {
                return Outcome<Done>.NotFound();
            }

            context.NoteTemplates.Remove(template);
            trail.Tell(AuditAct.RemovedTemplate, reason: template.Text);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
