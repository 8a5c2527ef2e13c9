using System.Text.Json.Serialization;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Absences;
using ConnectGate.People.Members.Deletion;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// An administrator removes a member. The member is signed out and found by nobody at once. Everything of theirs is
/// deleted <see cref="Account.MayStayFor"/> later, unless an administrator takes the removal back by
/// <see cref="TakeBackRemoval"/>. A member who asked for the deletion already can no longer keep the account.
/// </summary>
public static class RemoveMember
{
    /// <summary>The audit log keeps it. The member does not read it.</summary>
    public static readonly TextLimit ReasonLimit = new("reason-given", 10, 1_000);

    /// <summary>
    /// Sends the member a mail with the date. Changes nothing where the member is removed already. Not found where
    /// there is no such member. Refused as <c>last-administrator</c> where nobody could administer afterwards.
    /// </summary>
    /// <param name="Member">Their handle or address.</param>
    /// <param name="Reason">See <see cref="ReasonLimit"/>. Field <c>reason</c>.</param>
    /// <param name="Proof">From <see cref="ReenterPassword"/>; null on the server.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.RemovedMember, MayChangeNothing = true)]
    public sealed record Command(string Member, string? Reason, [property: JsonIgnore] string? Proof = null)
        : ICommand<DeleteAccount.Receipt>,
            IChangesSignIn;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(command => command.Reason).Within(ReasonLimit, "reason");
    }

    internal sealed class Handler(
        NamedMembers members,
        LastAdministrator lastAdministrator,
        Departure departure,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<DeleteAccount.Receipt>>
    {
        public async Task<Outcome<DeleteAccount.Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            if (await members.FindAsync(command.Member, cancellationToken) is not var (account, member))
            {
                return Outcome<DeleteAccount.Receipt>.NotFound();
            }

            if (!account.WasRemoved)
            {
                trail.Tell(AuditAct.RemovedMember, subjectId: account.Id, reason: command.Reason);
                if (await departure.BeginAsync(account, member, removed: true, cancellationToken) is { } refusal)
                {
                    return Outcome<DeleteAccount.Receipt>.Refused([refusal]);
                }
            }

            return new DeleteAccount.Receipt(account.LeavesAt!.Value);
        }
    }
}

/// <summary>An administrator takes a removal back. Everything of the member is there again.</summary>
public static class TakeBackRemoval
{
    /// <summary>
    /// Sends the member a mail. Changes nothing where the member was not removed. Not found where there is no such
    /// member, for example because everything is deleted.
    /// </summary>
    /// <param name="Member">Their handle or address.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.TookBackRemoval, MayChangeNothing = true)]
    public sealed record Command(string Member) : ICommand<Done>;

    internal sealed class Handler(NamedMembers members, Departure departure, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.FindAsync(command.Member, cancellationToken) is not var (account, member))
            {
                return Outcome<Done>.NotFound();
            }

            if (account.WasRemoved)
            {
                trail.Tell(AuditAct.TookBackRemoval, subjectId: account.Id);
                await departure.TakeBackAsync(account, member, cancellationToken);
            }

            return default(Done);
        }
    }
}
