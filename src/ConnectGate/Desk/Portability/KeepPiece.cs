namespace ConnectGate.Desk.Portability;

/// <summary>Stores the next piece of an export. The last one finishes it.</summary>
public static class KeepPiece
{
    /// <summary>Not found where another node packs the export by now, or its member is gone.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command(ClaimExport.Claimed Claimed, PackExport.Piece Piece) : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var ((memberId, run), piece) = (command.Claimed, command.Piece);
            if (
                await context.Exports.SingleOrDefaultAsync(
                    export => export.MemberId == memberId && export.Run == run && export.FinishedAt == null,
                    cancellationToken
                )
                is not { } export
            )
            {
                return Outcome<Done>.NotFound();
            }

            context.ExportPieces.Add(export.Take(piece.Bytes, piece.Done, piece.Total, piece.IsLast, actor.Now));
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear(); // a long export would keep every piece in memory
            return default(Done);
        }
    }
}
