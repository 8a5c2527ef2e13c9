using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A moderator decides that a member's next reports weigh nothing, or lets them weigh again.</summary>
public static class MuteReporter
{
    /// <summary>Not found where the member did not report in that case.</summary>
    /// <param name="Id">The public id of the case.</param>
    /// <param name="Muted">False ends it.</param>
    [SentBy(Senders.Moderators)]
    [Audited(AuditAct.MutedReporter, AuditAct.UnmutedReporter)]
    public sealed record Command(string Id, string Handle, bool Muted) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor, AuditTrail trail)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await (
                from report in context.Reports
                where report.Case.PublicId == command.Id
                join member in context.Members on report.ReporterId equals member.Id
                where member.Handle == command.Handle
                select new { report.ReporterId, report.CaseId }
            ).FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return Outcome<Done>.NotFound();
            }

            var reporter = found.ReporterId;

            await context.LockMembersAsync(cancellationToken, reporter);
            var muted = await context.MutedReporters.SingleOrDefaultAsync(
                one => one.MemberId == reporter,
                cancellationToken
            );
            if (command.Muted && muted is null)
            {
                context.MutedReporters.Add(new MutedReporter { MemberId = reporter, At = actor.Now });
            }
            else if (!command.Muted && muted is not null)
            {
                context.MutedReporters.Remove(muted);
            }

            trail.Tell(command.Muted ? AuditAct.MutedReporter : AuditAct.UnmutedReporter, reporter, found.CaseId);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}

/// <summary>A member whose reports weigh nothing.</summary>
internal sealed class MutedReporter
{
    public required long MemberId { get; init; }
    public required DateTime At { get; init; }
}
