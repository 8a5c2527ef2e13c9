using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Copies;

/// <summary>Stores, searches and deletes the prints of sent notes. A refused attempt stores no print.</summary>
internal sealed class SentNotes(ConnectGateContext context, SentNotes.Search search, IOptions<GateOptions> options)
{
    // Only the notes that share the most keys are compared.
    private const int MostCompared = 5,
        MostComparedOfOthers = 50;

    // A common phrase matches very many notes. This limit avoids reading them all.
    private const int MostFoundOfOthers = 1_000;

    /// <summary>Stores the print of a note that is being sent and deletes the old prints of its sender.</summary>
    /// <returns>
    /// The letters of other senders with nearly the same note, one for each sender; empty if they are too few for a
    /// case.
    /// </returns>
    public async Task<IReadOnlyList<long>> KeepAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        var forgotten = request.SentAt - options.Value.CopiedWithin;
        await context
            .SentNotes.Where(note => note.SenderId == request.SenderId && note.SentAt <= forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        return await AddAsync(request, print, cancellationToken);
    }

    /// <summary>Replaces the print of a corrected note.</summary>
    public async Task<IReadOnlyList<long>> ReplaceAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        await context.SentNotes.Where(note => note.RequestId == request.Id).ExecuteDeleteAsync(cancellationToken);
        return await AddAsync(request, print, cancellationToken);
    }

    /// <summary>
    /// The highest likeness, from 0 to 1, to a note that the sender wrote to another member in the period.
    /// </summary>
    /// <param name="recipientId">The recipient. Earlier notes to this member are ignored, because writing to them again
    /// is not a copy.</param>
    /// <param name="after">The start of the period, exclusive.</param>
    /// <param name="until">The end of the period, inclusive.</param>
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
    /// The highest likeness of a sent note to a note that its sender wrote to another member within
    /// <see cref="GateOptions.AlikeWithin"/> before or after it. Returns 0 if its print was deleted.
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

    private async Task<IReadOnlyList<long>> AddAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        // Senders of the same note at the same moment must find each other's notes, and not all open the same cases.
        await context.Dialect.LockNumbersAsync(context, print.Keys, cancellationToken);
        context.SentNotes.Add(SentNote.Of(request, print));
        var others = await OthersAsync(request, print, cancellationToken);
        return others.Count + 1 >= options.Value.SendersOfSameNote ? others : [];
    }

    // Returns recent, nearly identical notes of other senders, one for each sender.
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
    /// The search that runs for every letter, compiled once. It is a singleton, because a compiled query belongs to the
    /// model of one database.
    /// </summary>
    public sealed class Search
    {
        /// <summary>
        /// The pairs of the sender's notes to other members that share the most keys, in a period with an exclusive
        /// start and an inclusive end.
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
