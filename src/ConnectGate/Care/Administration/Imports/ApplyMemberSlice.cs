using System.Globalization;
using ConnectGate.Care.Administration.Members;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Members.Absences;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Applies the next part of an import, in one transaction with its progress. A worker sends the command again and
/// again. So no other writer waits long, and a crash loses nothing.
/// </summary>
public static class ApplyMemberSlice
{
    [SentBy(Senders.Server)]
    [Audited(
        AuditAct.InvitedAddress,
        AuditAct.LetIn,
        AuditAct.GrantedRole,
        AuditAct.LapsedMember,
        AuditAct.RenewedMember,
        AuditAct.ChangedMembership,
        MayChangeNothing = true
    )]
    public sealed record Command : ICommand<Receipt>;

    /// <param name="Any">Whether a part waited. If so, another may wait too.</param>
    public sealed record Receipt(bool Any);

    /// <summary>In the audit log, beside each act of the import.</summary>
    internal static string Name(MemberImport import) =>
        string.Create(CultureInfo.InvariantCulture, $"Import {import.Id}");

    internal sealed class Handler(
        ConnectGateContext context,
        KnownPeople people,
        LastAdministrator lastAdministrator,
        Lapses lapses,
        AccountMail mail,
        IMediator mediator,
        Actor actor,
        AuditTrail trail
    ) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var running = context.MemberImports.Where(import => import.AppliedAt != null && import.FinishedAt == null);
            if (!await running.AnyAsync(cancellationToken))
            {
                return new Receipt(Any: false);
            }

            // One node at a time: the lock also keeps the last administrator.
            await lastAdministrator.LockAsync(cancellationToken);
            var next =
                from import in running
                join slice in context.MemberImportSlices on import.Id equals slice.ImportId
                orderby slice.Id
                select new { import, slice };
            if (await next.FirstOrDefaultAsync(cancellationToken) is { } found)
            {
                await ApplyAsync(found.import, found.slice, cancellationToken);
            }

            return new Receipt(Any: true); // another node may have applied the last part
        }

        private async Task ApplyAsync(MemberImport import, MemberImportSlice slice, CancellationToken cancellationToken)
        {
            var (counts, problems) = (new ImportCounts(), new List<LineProblem>());
            var invited = new List<(Group Group, string Address)>();
            await people.LoadAsync(slice.Rows, cancellationToken);
            foreach (var row in slice.Rows)
            {
                var plan = await people.PlanAsync(row, import.LapsesOthers, cancellationToken);
                counts += plan.Counts;
                problems.AddRange(plan.Problems);
                if (!plan.IsBad)
                {
                    await DoAsync(import, plan, cancellationToken);
                    invited.AddRange(plan.Groups.Select(group => (group, plan.InviteTo)));
                }
            }

            foreach (var other in slice.Others)
            {
                counts += await EndAsync(import, other, cancellationToken);
            }

            await InviteAsync(import, invited, cancellationToken);
            import.Take(slice.Rows.Count + slice.Others.Count, counts, problems, actor.Now);
            context.MemberImportSlices.Remove(slice);
            await context.SaveChangesAsync(cancellationToken);
        }

        private async Task DoAsync(MemberImport import, MemberPlan plan, CancellationToken cancellationToken)
        {
            if (plan is { Account: { } account, Member: { } member })
            {
                await ChangeAsync(import, plan, account, member, cancellationToken);
            }
            else if (plan.Invites)
            {
                if (plan.Earlier is { } earlier)
                {
                    context.Admitted.Remove(earlier);
                    await context.SaveChangesAsync(cancellationToken); // its outside id is free again
                }

                var admitted = new Admitted
                {
                    NormalizedEmail = people.EmailOf(plan.Row),
                    Email = plan.Row.Email,
                    At = actor.Now,
                    ById = import.ById,
                };
                admitted.Describe(plan.Row.OutsideId, plan.Row.Name, plan.Row.ExpiresOn);
                context.Admitted.Add(admitted);
                trail.Tell(AuditAct.InvitedAddress, reason: Name(import));
                await mail.InvitedAsync(plan.Row.Email, cancellationToken);
            }
            else if (plan is { Admitted: { } there, Describes: true })
            {
                there.Describe(plan.Row.OutsideId, plan.Row.Name, plan.Row.ExpiresOn);
            }
        }

        private async Task ChangeAsync(
            MemberImport import,
            MemberPlan plan,
            Account account,
            Member member,
            CancellationToken cancellationToken
        )
        {
            if (plan.LetsIn)
            {
                account.LetIn(import.ById);
                trail.Tell(AuditAct.LetIn, subjectId: account.Id, reason: Name(import));
                await mail.LetInAsync(account.Email!, cancellationToken);
            }

            if (plan.Lapses)
            {
                await lapses.LapseAsync(account, member, cancellationToken, Name(import));
            }

            if (plan.Renews)
            {
                await lapses.RenewAsync(account, member, cancellationToken, Name(import));
            }

            if (plan.Describes || plan.Renews)
            {
                account.Describe(plan.Row.OutsideId, plan.Row.ExpiresOn);
                trail.Tell(AuditAct.ChangedMembership, subjectId: account.Id, reason: Name(import));
            }

            if (plan.GivesRole)
            {
                account.Role = plan.Row.Role!.Value;
                trail.Tell(AuditAct.GrantedRole, subjectId: account.Id, reason: $"{account.Role} ({Name(import)})");
            }

            if (plan.TakesAway)
            {
                await context.SaveChangesAsync(cancellationToken); // the next plan asks who administers
            }
        }

        private async Task<ImportCounts> EndAsync(MemberImport import, long id, CancellationToken cancellationToken)
        {
            var found = await (
                from account in context.Users
                where account.Id == id && account.LapsedAt == null
                join member in context.Members on account.Id equals member.Id
                select new { account, member }
            ).SingleOrDefaultAsync(cancellationToken);
            if (found is null || await lastAdministrator.RefusesAsync(found.account, cancellationToken) is not null)
            {
                return new ImportCounts { Unchanged = 1 };
            }

            await lapses.LapseAsync(found.account, found.member, cancellationToken, Name(import));
            await context.SaveChangesAsync(cancellationToken);
            return new ImportCounts { Lapsed = 1 };
        }

        // Those who join the groups accept for themselves, and choose whether to be on the roster.
        private async Task InviteAsync(
            MemberImport import,
            List<(Group Group, string Address)> invited,
            CancellationToken cancellationToken
        )
        {
            foreach (var group in invited.GroupBy(one => one.Group))
            {
                var inviter = import.ById ?? group.Key.MadeById;
                var invitations = group
                    .Select(one => new Invitation
                    {
                        GroupId = group.Key.Id,
                        Email = one.Address,
                        NormalizedEmail = people.Normalized(one.Address),
                        InvitedById = inviter,
                        At = actor.Now,
                    })
                    .ToList();
                context.Invitations.AddRange(invitations);
                await mediator.Publish(
                    new AttendeesInvited(
                        group.Key,
                        inviter,
                        invitations.ConvertAll(invitation => invitation.NormalizedEmail)
                    ),
                    cancellationToken
                );
            }
        }
    }
}
