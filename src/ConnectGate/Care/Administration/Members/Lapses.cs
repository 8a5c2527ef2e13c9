using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Ends and renews memberships, for every command that does. The caller asks for the last administrator first, declares
/// the acts and saves.
/// </summary>
internal sealed class Lapses(SessionRows sessions, AccountMail mail, Actor actor, AuditTrail trail)
{
    /// <param name="reason">For the audit log, where it is no administrator's single act.</param>
    public async Task LapseAsync(
        Account account,
        Member member,
        CancellationToken cancellationToken,
        string? reason = null
    )
    {
        account.Lapse(actor.Now);
        member.PauseDigest();
        trail.Tell(AuditAct.LapsedMember, subjectId: account.Id, reason: reason);
        await mail.LapsedAsync(account.Email!, cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
    }

    /// <inheritdoc cref="LapseAsync"/>
    public async Task RenewAsync(
        Account account,
        Member member,
        CancellationToken cancellationToken,
        string? reason = null
    )
    {
        account.Renew();
        member.PlanDigest(actor.Now);
        trail.Tell(AuditAct.RenewedMember, subjectId: account.Id, reason: reason);
        await mail.RenewedAsync(account.Email!, cancellationToken);
    }
}
