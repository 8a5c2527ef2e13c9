using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.Care.Administration.Members;

/// <summary>Ends every session of a member, whose device was stolen, for instance. They can sign in again.</summary>
public static class SignMemberOut
{
    /// <summary>Not found where there is no such member.</summary>
    /// <param name="Member">Their handle or address.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.SignedOutMember)]
    public sealed record Command(string Member) : ICommand<Done>;

    internal sealed class Handler(NamedMembers members, SessionRows sessions, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.FindAsync(command.Member, cancellationToken) is not { Account: var account })
            {
                return Outcome<Done>.NotFound();
            }

            trail.Tell(AuditAct.SignedOutMember, subjectId: account.Id);
            await sessions.EndAllAsync(account.Id, null, cancellationToken);
            return default(Done);
        }
    }
}
