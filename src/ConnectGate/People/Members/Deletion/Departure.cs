using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Members.Absences;

namespace ConnectGate.People.Members.Deletion;

/// <summary>The beginning of a deletion, whoever asks for it, and its end by a change of mind.</summary>
internal sealed class Departure(
    ConnectGateContext context,
    LastAdministrator lastAdministrator,
    SessionRows sessions,
    AccountMail mail,
    Actor actor
)
{
    /// <summary>
    /// Hides the member and ends their sessions. Nothing is deleted until <see cref="Account.LeavesAt"/>. Saves. Call
    /// <see cref="LastAdministrator.LockAsync"/> before you read the account.
    /// </summary>
    /// <param name="removed">Whether an administrator asks for it.</param>
    /// <returns>The refusal to take the last administrator away; null where the deletion has begun.</returns>
    public async Task<Refusal?> BeginAsync(
        Account account,
        Member member,
        bool removed,
        CancellationToken cancellationToken
    )
    {
        if (await lastAdministrator.RefusesAsync(account, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        account.Leave(removed, actor.Now);
        member.PauseDigest();
        await mail.LeavesAsync(account, removed, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await sessions.EndAllAsync(account.Id, null, cancellationToken);
        return null;
    }

    /// <summary>Everything of the member is there again, except their sessions. Saves.</summary>
    public async Task TakeBackAsync(Account account, Member member, CancellationToken cancellationToken)
    {
        account.Stay();
        if (account.LapsedAt is null)
        {
            member.PlanDigest(actor.Now);
        }

        await mail.StaysAsync(account.Email!, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
    }
}
