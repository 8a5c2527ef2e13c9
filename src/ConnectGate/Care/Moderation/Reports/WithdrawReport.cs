namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A member withdraws their report. The moderators keep it, marked as withdrawn.</summary>
public static class WithdrawReport
{
    /// <summary>Not found where it is not the current member's. Withdrawing twice does nothing.</summary>
    /// <exception cref="IllegalTransitionException">The case is closed.</exception>
    [SentBy(Senders.Members)]
    public sealed record Command(string Id) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var me = actor.Id;
            var author = await context
                .Reports.Where(report => report.PublicId == command.Id && report.ReporterId == me)
                .Select(report => (long?)report.Case.AuthorId)
                .SingleOrDefaultAsync(cancellationToken);
            if (author is not { } authorId)
            {
                return Outcome<Done>.NotFound();
            }

            // The decision of the case locks its author too.
            await context.LockMembersAsync(cancellationToken, me, authorId);
            var report = await context
                .Reports.Include(one => one.Case)
                .SingleAsync(one => one.PublicId == command.Id, cancellationToken);
            if (report.WithdrawnAt is not null)
            {
                return default(Done);
            }

            if (report.Case.Stage == CaseStage.Closed)
            {
                throw new IllegalTransitionException("The case is closed.");
            }

            report.Withdraw(actor.Now);
            var left = await context
                .Reports.Where(other =>
                    other.CaseId == report.CaseId && other.Id != report.Id && other.WithdrawnAt == null
                )
                .Select(other => other.Category)
                .ToListAsync(cancellationToken);
            report.Case.TakeBack(report.Weight, left);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
