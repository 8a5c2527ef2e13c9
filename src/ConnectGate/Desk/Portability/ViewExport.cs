namespace ConnectGate.Desk.Portability;

/// <summary>The current member's export: whether there is one, how far it is, and until when it is offered.</summary>
public static class ViewExport
{
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<View>;

    /// <param name="Percent">How much of it is packed, from 0 to 100.</param>
    /// <param name="AskedAt">In UTC; the export shows everything as of about then. Null where there is none.</param>
    /// <param name="OfferedUntil">In UTC; null unless it can be downloaded.</param>
    /// <param name="Size">In bytes; 0 unless it can be downloaded.</param>
    /// <param name="NextFrom">In UTC, the earliest time of the next one; null for now, and while one is packed.</param>
    public sealed record View(
        ExportState State,
        int Percent,
        DateTime? AskedAt,
        DateTime? OfferedUntil,
        long Size,
        DateTime? NextFrom
    );

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var export = await context
                .Exports.AsNoTracking()
                .SingleOrDefaultAsync(export => export.MemberId == me, cancellationToken);
            var state =
                export is null || export.OfferedUntil <= now ? ExportState.None
                : export.Failed ? ExportState.Failed
                : export.FinishedAt is null ? ExportState.Running
                : ExportState.Ready;
            return new View(
                state,
                export is not { Total: > 0 } ? 0 : (int)(100L * export.Done / export.Total),
                state == ExportState.None ? null : export!.AskedAt,
                state == ExportState.Ready ? export!.OfferedUntil : null,
                state == ExportState.Ready ? export!.Size : 0,
                export?.NextFrom is { } from && from > now ? from : null
            );
        }
    }
}

/// <summary>In the API in kebab-case.</summary>
public enum ExportState
{
    /// <summary>There is none, or it is offered no longer.</summary>
    None,

    /// <summary>It waits for the worker or is being packed.</summary>
    Running,

    /// <summary>It can be downloaded.</summary>
    Ready,

    /// <summary>The packing failed several times.</summary>
    Failed,
}
