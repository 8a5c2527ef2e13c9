using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A moderator decides that a member's next reports weigh nothing, or lets them weigh again.</summary>
public static class MuteReporter
{
    /// <summary>Not found where the member did not report in that case, and for whom the case is about.</summary>
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
            var me = actor.Id;
            var found = await (
                from report in context.Reports
                where report.Case.PublicId == command.Id && report.Case.AuthorId != me
                join member in context.Members on report.ReporterId equals member.Id
                where member.Handle == command.Handle
                select (long?)report.ReporterId
            ).FirstOrDefaultAsync(cancellationToken);
            if (found is not { } reporter)
            {
                return Outcome<Done>.NotFound();
            }

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

            // Without the case: the log is open to the member whom the case is about, if they moderate.
            trail.Tell(command.Muted ? AuditAct.MutedReporter : AuditAct.UnmutedReporter, reporter);
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
