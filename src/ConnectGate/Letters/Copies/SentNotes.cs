using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Copies;

/// <summary>
/// The prints of notes that were sent: kept, looked up and forgotten here. A refused attempt leaves none.
/// </summary>
internal sealed class SentNotes(
    ConnectGateContext context,
    SentNotes.Search search,
    IMediator mediator,
    IOptions<GateOptions> options
)
{
    // The likeliest notes are compared; what shares fewer keys than so many others can't be more alike.
    private const int MostCompared = 5,
        MostComparedOfOthers = 50;

    // A turn of phrase that everybody uses is found very often, and shall not cost a read of each.
    private const int MostFoundOfOthers = 1_000;

    /// <summary>
    /// Keeps the print of a note that is being sent, forgets the sender's old ones, and says when others send the same.
    /// </summary>
    public async Task KeepAsync(ConnectionRequest request, NotePrint print, CancellationToken cancellationToken)
    {
        var forgotten = request.SentAt - options.Value.CopiedWithin;
        await context
            .SentNotes.Where(note => note.SenderId == request.SenderId && note.SentAt <= forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        await AddAsync(request, print, cancellationToken);
    }

    /// <summary>Keeps the print of a corrected note instead of the one before.</summary>
    public async Task ReplaceAsync(ConnectionRequest request, NotePrint print, CancellationToken cancellationToken)
    {
        await context.SentNotes.Where(note => note.RequestId == request.Id).ExecuteDeleteAsync(cancellationToken);
        await mediator.Publish(new RequestCorrected(request), cancellationToken);
        await AddAsync(request, print, cancellationToken);
    }

    /// <summary>How alike the note is to what the sender wrote to anybody else in that time.</summary>
    /// <param name="print">The note.</param>
    /// <param name="senderId">Who wrote it.</param>
    /// <param name="recipientId">To whom; writing again to the same person is no copy.</param>
    /// <param name="after">From when.</param>
    /// <param name="until">Up to when.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<double> LikenessAsync(
        NotePrint print,
        long senderId,
        long recipientId,
        DateTime after,
        DateTime until,
        CancellationToken cancellationToken
    )
    {
        var most = 0.0;
        await foreach (
            var pairs in search
                .Likeliest(context, [.. print.Keys], senderId, recipientId, after, until)
                .WithCancellation(cancellationToken)
        )
        {
            most = Math.Max(most, NotePrint.Likeness(print, NotePrint.Kept(pairs)));
        }

        return most;
    }

    /// <summary>
    /// How alike a sent note is to what its sender wrote to others within a month of it, as far as that is still known.
    /// </summary>
    public async Task<double> LikenessAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        var kept = await context
            .SentNotes.AsNoTracking()
            .Where(note => note.RequestId == request.Id)
            .Select(note => new { note.Pairs, Keys = note.Keys.Select(key => key.Key).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        var within = options.Value.AlikeWithin;
        return kept is null
            ? 0
            : await LikenessAsync(
                NotePrint.Kept(kept.Pairs, kept.Keys),
                request.SenderId,
                request.RecipientId,
                request.SentAt - within,
                request.SentAt + within,
                cancellationToken
            );
    }

    private async Task AddAsync(ConnectionRequest request, NotePrint print, CancellationToken cancellationToken)
    {
        context.SentNotes.Add(SentNote.Of(request, print));
        var others = await OthersAsync(request, print, cancellationToken);
        if (others.Count + 1 >= options.Value.SendersOfSameNote)
        {
            await mediator.Publish(new SameNoteSent(request, others), cancellationToken);
        }
    }

    // Nearly the same notes of other senders these days, one of each sender.
    private async Task<List<long>> OthersAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        var keys = print.Keys;
        var after = request.SentAt - options.Value.SameNoteWithin;
        var likely = context
            .SentNoteKeys.Where(key =>
                EF.Parameter(keys).Contains(key.Key) && key.SentAt > after && key.SenderId != request.SenderId
            )
            .Select(key => key.RequestId)
            .Take(MostFoundOfOthers)
            .GroupBy(id => id)
            .OrderByDescending(found => found.Count())
            .ThenByDescending(found => found.Key)
            .Select(found => found.Key)
            .Take(MostComparedOfOthers);
        var notes = await context
            .SentNotes.Where(note => likely.Contains(note.RequestId))
            .Select(note => new
            {
                note.RequestId,
                note.SenderId,
                note.Pairs,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. notes
                .Where(note => NotePrint.Likeness(print, NotePrint.Kept(note.Pairs)) >= NotePrint.Copy)
                .DistinctBy(note => note.SenderId)
                .Select(note => note.RequestId),
        ];
    }

    /// <summary>
    /// What every letter asks, translated once. Kept for the application's life: a compiled query belongs to one
    /// database's model.
    /// </summary>
    public sealed class Search
    {
        /// <summary>
        /// The pairs of a sender's notes to others, after one instant and up to another, that have most of these keys.
        /// </summary>
        public Func<
            ConnectGateContext,
            long[],
            long,
            long,
            DateTime,
            DateTime,
            IAsyncEnumerable<byte[]>
        > Likeliest { get; } =
            EF.CompileAsyncQuery(
                (
                    ConnectGateContext context,
                    long[] keys,
                    long senderId,
                    long recipientId,
                    DateTime after,
                    DateTime until
                ) =>
                    context
                        .SentNotes.Where(note =>
                            context
                                .SentNoteKeys.Where(key =>
                                    keys.Contains(key.Key)
                                    && key.SenderId == senderId
                                    && key.SentAt > after
                                    && key.SentAt <= until
                                    && key.RecipientId != recipientId
                                )
                                .GroupBy(key => key.RequestId)
                                .OrderByDescending(found => found.Count())
                                .ThenByDescending(found => found.Key)
                                .Select(found => found.Key)
                                .Take(MostCompared)
                                .Contains(note.RequestId)
                        )
                        .Select(note => note.Pairs)
            );
    }
}
