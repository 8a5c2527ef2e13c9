using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// An administrator opens a member's page, which shows the address. This is a command because the audit log records
/// the view.
/// </summary>
public static class ViewMember
{
    /// <summary>Not found where there is no such member.</summary>
    /// <param name="Member">Their handle or address.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.ViewedMember)]
    public sealed record Command(string Member) : ICommand<View>;

    /// <param name="LapsedAt">Null while the membership runs.</param>
    /// <param name="LeavesAt">When everything is deleted; null unless somebody asked for it.</param>
    /// <param name="WasRemoved">Whether an administrator asked for it.</param>
    /// <param name="IsSuspended">By a moderator, now.</param>
    /// <param name="Sessions">How many devices are signed in.</param>
    /// <param name="LetInBy">The administrator who invited or approved them; null where nobody did.</param>
    /// <param name="LetIn">How many members they let in.</param>
    public sealed record View(
        string Handle,
        string DisplayName,
        string? Photo,
        string Email,
        Role Role,
        DateTime JoinedAt,
        DateTime? LapsedAt,
        DateTime? LeavesAt,
        bool WasRemoved,
        bool IsSuspended,
        bool HasSecondFactor,
        int Sessions,
        Named? LetInBy,
        int LetIn,
        bool IsMe
    );

    public sealed record Named(string Handle, string DisplayName);

    /// <summary>For pages that change something. It shows no address, so no view is recorded.</summary>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string Member) : IQuery<Brief?>;

    public sealed record Brief(string Handle, string DisplayName, Role Role);

    internal sealed class QueryHandler(NamedMembers members) : IRequestHandler<Query, Brief?>
    {
        public async Task<Brief?> Handle(Query query, CancellationToken cancellationToken) =>
            await members.FindAsync(query.Member, cancellationToken) is var (account, member)
                ? new Brief(member.Handle, member.DisplayName, account.Role)
                : null;
    }

    internal sealed class Handler(ConnectGateContext context, NamedMembers members, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<View>>
    {
        public async Task<Outcome<View>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.FindAsync(command.Member, cancellationToken) is not { Account: var account })
            {
                return Outcome<View>.NotFound();
            }

            trail.Tell(AuditAct.ViewedMember, subjectId: account.Id);
            var now = actor.Now;
            var (usedAfter, startedAfter) = (now - Session.IdleTime, now - Session.LifeTime);
            var letInBy = await context
                .Members.Where(other => other.Id == account.LetInById)
                .Select(other => new Named(other.Handle, other.DisplayName))
                .SingleOrDefaultAsync(cancellationToken);
            return await context
                .Members.Where(member => member.Id == account.Id)
                .Select(member => new View(
                    member.Handle,
                    member.DisplayName,
                    member.PhotoVersion,
                    account.Email!,
                    account.Role,
                    member.JoinedAt,
                    account.LapsedAt,
                    account.LeavesAt,
                    account.WasRemoved,
                    context.Suspensions.InForce(now).Any(suspension => suspension.MemberId == member.Id),
                    account.TwoFactorEnabled,
                    context.Sessions.Count(session =>
                        session.AccountId == member.Id
                        && session.LastSeenAt > usedAfter
                        && session.StartedAt > startedAfter
                    ),
                    letInBy,
                    context.Users.WhoJoined().Count(other => other.LetInById == member.Id),
                    member.Id == actor.Sender
                ))
                .SingleAsync(cancellationToken);
        }
    }
}
