using System.Text.Json.Serialization;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Absences;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// An administrator applies the import that a dry run has shown. <see cref="ApplyMemberSlice"/> then does it part by
/// part.
/// </summary>
public static class ApplyMemberImport
{
    /// <summary>Not found where no import waits.</summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>, because a file can give roles; null on the
    /// server.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ImportedMembers)]
    public sealed record Command([property: JsonIgnore] string? Proof = null) : ICommand<Done>, IChangesSignIn;

    internal sealed class Handler(
        ConnectGateContext context,
        LastAdministrator lastAdministrator,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            if (
                await context.MemberImports.SingleOrDefaultAsync(import => import.AppliedAt == null, cancellationToken)
                is not { } import
            )
            {
                return Outcome<Done>.NotFound();
            }

            import.Apply(actor.Now);
            trail.Tell(AuditAct.ImportedMembers, reason: ApplyMemberSlice.Name(import));
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
