namespace ConnectGate.Desk.Portability;

/// <summary>
/// The current member asks for everything of theirs as a file. A worker packs it; <see cref="ViewExport"/> shows how
/// far it is. An earlier export is deleted.
/// </summary>
public static class BeginExport
{
    /// <summary>
    /// Refusals: <c>export-runs</c> (an earlier one is not finished), <c>export-too-soon</c> (one an hour).
    /// </summary>
    [SentBy(Senders.Members)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            await context.LockMembersAsync(cancellationToken, me);
            var export = await context.Exports.SingleOrDefaultAsync(export => export.MemberId == me, cancellationToken);
            if (export is { FinishedAt: null })
            {
                return Outcome<Done>.Refused([new Refusal("export-runs", "export", Words.Of("export-runs"))]);
            }

            if (export?.NextFrom is { } from && from > now)
            {
                return Outcome<Done>.Refused([
                    new Refusal("export-too-soon", "export", Words.Format("export-too-soon", from)),
                ]);
            }

            if (export is null)
            {
                export = Export.Of(me);
                context.Exports.Add(export);
            }

            export.Ask(now);
            await context.ExportPieces.Where(piece => piece.MemberId == me).ExecuteDeleteAsync(cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
