using ConnectGate.People.Accounts;

namespace ConnectGate.People.Members.Absences;

/// <summary>Keeps the community from losing its last administrator, whatever the way.</summary>
internal sealed class LastAdministrator(ConnectGateContext context, Actor actor)
{
    // A number of its own among those that commands lock.
    private const long Lock = 6_147_223;

    /// <summary>
    /// Until the transaction ends, no other command takes an administrator away. Call it before you read the account.
    /// </summary>
    public Task LockAsync(CancellationToken cancellationToken) =>
        context.Dialect.LockNumbersAsync(context, [Lock], cancellationToken);

    /// <summary>
    /// The refusal to take this account away from the administrators; null where it is none of them, or where another
    /// one can act, who is neither lapsed nor suspended. Call <see cref="LockAsync"/> first.
    /// </summary>
    public async Task<Refusal?> RefusesAsync(Account account, CancellationToken cancellationToken)
    {
        var absent = context.Absent(actor.Now);
        return
            account.Role != Role.Administrator
            || await context
                .Users.WhoAreIn()
                .AnyAsync(
                    other =>
                        other.Role == Role.Administrator
                        && other.Id != account.Id
                        && !absent.Any(one => one.MemberId == other.Id),
                    cancellationToken
                )
            ? null
            : new Refusal("last-administrator", "", Words.Of("last-administrator"));
    }
}
