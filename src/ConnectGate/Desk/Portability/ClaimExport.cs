namespace ConnectGate.Desk.Portability;

/// <summary>
/// A node takes an export to pack: one that waits, or one whose node is gone. Then it sends <see cref="PackExport"/>
/// and keeps each piece by <see cref="KeepPiece"/>. The command also deletes exports that are offered no longer.
/// </summary>
public static class ClaimExport
{
    [SentBy(Senders.Server)]
    public sealed record Command : ICommand<Receipt>;

    /// <param name="Any">Whether something was done. If so, more may wait.</param>
    /// <param name="Claimed">Null where there is nothing to pack.</param>
    public sealed record Receipt(bool Any, Claimed? Claimed);

    public sealed record Claimed(long MemberId, int Run);

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Receipt>>
    {
        public async Task<Outcome<Receipt>> Handle(Command command, CancellationToken cancellationToken)
        {
            var now = actor.Now;
            var finishedBefore = now - Export.Offered;
            var gone = await context
                .Exports.Where(export => export.FinishedAt <= finishedBefore)
                .ExecuteDeleteAsync(cancellationToken);
            var export = await context
                .Exports.Where(export =>
                    export.FinishedAt == null && (export.ClaimedUntil == null || export.ClaimedUntil <= now)
                )
                .OrderBy(export => export.AskedAt)
                .FirstOrDefaultAsync(cancellationToken);
            if (export is null)
            {
                return new Receipt(gone > 0, null);
            }

            var begins = export.BeginRun(now);
            await context
                .ExportPieces.Where(piece => piece.MemberId == export.MemberId)
                .ExecuteDeleteAsync(cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return new Receipt(Any: true, begins ? new Claimed(export.MemberId, export.Run) : null);
        }
    }
}
