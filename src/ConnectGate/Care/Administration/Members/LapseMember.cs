using ConnectGate.Foundation.Audit;
using ConnectGate.People.Members.Absences;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Ends a membership. The member is signed out everywhere, and nobody finds them. Nothing is deleted:
/// <see cref="RenewMember"/> brings everything back.
/// </summary>
public static class LapseMember
{
    /// <summary>
    /// Sends the member a mail. Changes nothing where the membership has lapsed already. Not found where there is no
    /// such member. Refused as <c>last-administrator</c> where nobody could administer afterwards.
    /// </summary>
    /// <param name="Member">Their handle or address.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.LapsedMember, MayChangeNothing = true)]
    public sealed record Command(string Member) : ICommand<Done>;

    internal sealed class Handler(
        ConnectGateContext context,
        NamedMembers members,
        LastAdministrator lastAdministrator,
        Lapses lapses
    ) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            if (await members.FindAsync(command.Member, cancellationToken) is not var (account, member))
            {
                return Outcome<Done>.NotFound();
            }

            if (account.LapsedAt is not null)
            {
                return default(Done);
            }

            if (await lastAdministrator.RefusesAsync(account, cancellationToken) is { } refusal)
            {
                return Outcome<Done>.Refused([refusal]);
            }

            await lapses.LapseAsync(account, member, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
