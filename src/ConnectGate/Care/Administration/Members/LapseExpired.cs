using ConnectGate.Foundation;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members.Absences;
using Microsoft.Extensions.Options;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Ends the memberships whose last day is over in the community's time zone. A worker sends it again and again.
/// </summary>
public static class LapseExpired
{
    /// <summary>In one transaction.</summary>
    public const int AtMost = 100;

    [SentBy(Senders.Server)]
    [Audited(AuditAct.LapsedMember, MayChangeNothing = true)]
    public sealed record Command : ICommand<Receipt>;

    /// <param name="Any">Whether more may have expired.</param>
    public sealed record Receipt(bool Any);

    internal sealed class Handler(
        ConnectGateContext context,
        LastAdministrator lastAdministrator,
        Lapses lapses,
        IOptions<SiteOptions> site,
        Actor actor
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var today = site.Value.DayOf(actor.Now);
            var expired = context.Users.WhoAreIn().Where(account => account.ExpiresOn < today);
            if (!await expired.AnyAsync(cancellationToken))
            {
                return new Receipt(Any: false);
            }

            await lastAdministrator.LockAsync(cancellationToken);
            var found = await (
                from account in expired
                join member in context.Members on account.Id equals member.Id
                orderby account.Id
                select new { account, member }
            )
                .Take(AtMost)
                .ToListAsync(cancellationToken);
            var lapsed = 0;
            foreach (var one in found)
            {
                // The last administrator stays until another one can act.
                if (await lastAdministrator.RefusesAsync(one.account, cancellationToken) is null)
                {
                    await lapses.LapseAsync(one.account, one.member, cancellationToken, "Expired");
                    await context.SaveChangesAsync(cancellationToken);
                    lapsed++;
                }
            }

            return new Receipt(lapsed > 0);
        }
    }
}
