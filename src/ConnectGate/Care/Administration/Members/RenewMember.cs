using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Administration.Members;

/// <summary>Renews a membership that has lapsed. Everything of the member is there again.</summary>
public static class RenewMember
{
    /// <summary>
    /// Sends the member a mail. Changes nothing where the membership runs, or ends by a deletion. Not
    /// found where there is no such member.
    /// </summary>
    /// <param name="Member">Their handle or address.</param>
    [SentBy(Senders.Administrators)]
    [Audited(AuditAct.RenewedMember, MayChangeNothing = true)]
    public sealed record Command(string Member) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, NamedMembers members, Lapses lapses)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await members.FindAsync(command.Member, cancellationToken) is not var (account, member))
            {
                return Outcome<Done>.NotFound();
            }

            if (account is { LapsedAt: not null, LeavesAt: null })
            {
                await lapses.RenewAsync(account, member, cancellationToken);
                await context.SaveChangesAsync(cancellationToken);
            }

            return default(Done);
        }
    }
}
