using System.Text.Json.Serialization;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Absences;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Gives a member a role. The first administrator gets theirs on the server, by <c>-- admin grant EMAIL</c>, never by
/// being the first to register.
/// </summary>
public static class GrantRole
{
    /// <summary>
    /// The role applies from the member's next request. Not found where there is no such member. Refused as
    /// <c>last-administrator</c> where nobody could administer afterwards.
    /// </summary>
    /// <param name="Member">Their handle or address.</param>
    /// <param name="Role">Refused as <c>role-missing</c> where it is null.</param>
    /// <param name="Proof">From <see cref="ReenterPassword"/>; null on the server.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.GrantedRole, MayChangeNothing = true)]
    public sealed record Command(
        string Member,
        Role? Role = Role.Administrator,
        [property: JsonIgnore] string? Proof = null
    ) : ICommand<Granted>, IChangesSignIn;

    /// <param name="NeedsSecondFactor">Whether they must set up a second factor before the pages of the role
    /// open.</param>
    public sealed record Granted(string Handle, bool NeedsSecondFactor);

    internal sealed class Handler(
        ConnectGateContext context,
        NamedMembers members,
        LastAdministrator lastAdministrator,
        UserManager<Account> accounts,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Granted>>
    {
        public async Task<Outcome<Granted>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            if (await members.FindAsync(command.Member, cancellationToken) is not var (account, member))
            {
                return Outcome<Granted>.NotFound();
            }

            if (command.Role is not { } role)
            {
                return Outcome<Granted>.Refused([new Refusal("role-missing", "role", Words.Of("role-missing"))]);
            }

            if (account.Role != role)
            {
                if (await lastAdministrator.RefusesAsync(account, cancellationToken) is { } refusal)
                {
                    return Outcome<Granted>.Refused([refusal]);
                }

                account.Role = role;
                trail.Tell(AuditAct.GrantedRole, subjectId: account.Id, reason: role.ToString());
                await context.SaveChangesAsync(cancellationToken);
            }

            var needs =
                role != Role.Member
                && !account.TwoFactorEnabled
                && (await accounts.GetPasskeysAsync(account)).Count == 0;
            return new Granted(member.Handle, needs);
        }
    }
}
