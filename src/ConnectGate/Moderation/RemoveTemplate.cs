using ConnectGate.Data;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Moderation;

/// <summary>Takes a text from among the templates that the gate refuses: <c>-- gate template remove ID</c>. No page or API sends this.</summary>
public static class RemoveTemplate
{
    /// <summary>Removes it. Not found where there is no such template.</summary>
    /// <param name="Id">The template's number.</param>
    public sealed record Command(long Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, TimeProvider clock) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await context.NoteTemplates.SingleOrDefaultAsync(template => template.Id == request.Id, cancellationToken) is not { } template)
            {
                return Outcome<Done>.NotFound();
            }

            context.NoteTemplates.Remove(template);
            context.Audit.Add(new AuditEntry { At = clock.GetUtcNow().UtcDateTime, Act = AuditAct.RemovedTemplate, Reason = template.Text });
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
