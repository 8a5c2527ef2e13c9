using System.Text.Json.Serialization;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Absences;

namespace ConnectGate.People.Members.Deletion;

/// <summary>
/// A member deletes their account. They are signed out and found by nobody at once. Everything of theirs is deleted
/// <see cref="Account.MayStayFor"/> later, unless they keep the account by <see cref="KeepAccount"/>.
/// </summary>
public static class DeleteAccount
{
    /// <summary>
    /// Sends the member a mail with the date. Refused as <c>last-administrator</c> where nobody could administer
    /// afterwards.
    /// </summary>
    /// <param name="Proof">From <see cref="ReenterPassword"/>.</param>
    [SentBy(Senders.Members)]
    public sealed record Command([property: JsonIgnore] string? Proof) : ICommand<Receipt>, IChangesSignIn;

    /// <param name="LeavesAt">In UTC, when everything is deleted.</param>
    public sealed record Receipt(DateTime LeavesAt);

    internal sealed class Handler(
        ConnectGateContext context,
        OwnAccount own,
        LastAdministrator lastAdministrator,
        Departure departure,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            var account = await own.FindAsync(cancellationToken);
            var member = await context.Members.SingleAsync(member => member.Id == actor.Id, cancellationToken);
            return await departure.BeginAsync(account, member, removed: false, cancellationToken) is { } refusal
                ? Outcome<Receipt>.Refused([refusal])
                : new Receipt(account.LeavesAt!.Value);
        }
    }
}
