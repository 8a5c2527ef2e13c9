using System.Runtime.CompilerServices;
using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Requests;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Copies;

/// <summary>Stores, searches and deletes the prints of sent notes. A refused attempt stores no print.</summary>
internal sealed class SentNotes(ConnectGateContext context, LastWrites last, IOptions<GateOptions> options)
{
    // Only the notes that share the most keys are compared.
    private const int MostCompared = 5,
        MostComparedOfOthers = 50;

    // A common phrase matches very many notes. This limit avoids reading them all.
    private const int MostFoundOfOthers = 1_000;

    // The prints of the sender's notes to other members, and of the templates, that share the most keys with a note.
    private static readonly CompiledQuery<
        Func<ConnectGateContext, long[], long[], long, long, DateTime, DateTime, IAsyncEnumerable<Found>>
    > Earlier = Compiled.Query<long[], long[], long, long, DateTime, DateTime, Found>(
        (context, keys, runs, senderId, recipientId, after, until) =>
        {
            var theirs = context.SentNoteKeys.Where(key => keys.Contains(key.Key));
            var likeliest = Likeliest(theirs, senderId, recipientId, after, until);
            var notes = context
                .SentNotes.Where(note => likeliest.Contains(note.RequestId))
                .Select(note => new { IsTemplate = 0, note.Pairs });
            var templates = KnownTemplates
                .Likeliest(context, runs)
                .Select(pairs => new { IsTemplate = 1, Pairs = pairs });
            return notes
                .Concat(templates)
                .Select(found => new Found { IsTemplate = found.IsTemplate == 1, Pairs = found.Pairs });
        }
    );

    // The print of a sent note, and those of the sender's notes to other members that share the most keys with it.
    private static readonly CompiledQuery<
        Func<ConnectGateContext, long, long, long, DateTime, DateTime, IAsyncEnumerable<Found>>
    > Alike = Compiled.Query<long, long, long, DateTime, DateTime, Found>(
        (context, requestId, senderId, recipientId, after, until) =>
        {
            var keys = context.SentNoteKeys.Where(key => key.RequestId == requestId).Select(key => key.Key);
            var theirs = context.SentNoteKeys.Where(key => keys.Contains(key.Key));
            var likeliest = Likeliest(theirs, senderId, recipientId, after, until);
            var own = context.SentNotes.Where(note => note.RequestId == requestId).Select(note => note.RequestId);
            var ids = own.Concat(likeliest);
            return from note in context.SentNotes
                where ids.Contains(note.RequestId)
                select new Found { RequestId = note.RequestId, Pairs = note.Pairs };
        }
    );

    // The recent prints of other senders that share the most of these keys.
    private static readonly CompiledQuery<
        Func<ConnectGateContext, long[], long, DateTime, IAsyncEnumerable<Found>>
    > OfOthers = Compiled.Query<long[], long, DateTime, Found>(
        (context, keys, senderId, after) =>
        {
            var likely = LikeliestOfAll(
                context.SentNoteKeys.Where(key =>
                    keys.Contains(key.Key) && key.SentAt > after && key.SenderId != senderId
                )
            );
            return from note in context.SentNotes
                where likely.Contains(note.RequestId)
                select new Found
                {
                    RequestId = note.RequestId,
                    SenderId = note.SenderId,
                    Pairs = note.Pairs,
                };
        }
    );

    /// <summary>The letters that most of these keys belong to, whoever sent them.</summary>
    public static IQueryable<long> LikeliestOfAll(IQueryable<SentNoteKey> keys) =>
        keys.Select(key => key.RequestId)
            .Take(MostFoundOfOthers)
            .GroupBy(id => id)
            .OrderByDescending(found => found.Count())
            .ThenByDescending(found => found.Key)
            .Select(found => found.Key)
            .Take(MostComparedOfOthers);

    /// <summary>
    /// The recent letters of other senders with nearly the same note, one for each sender; empty if they are too few
    /// for a case. Locks the note's keys: senders of the same note at the same moment must find each other's notes, and
    /// not all open the same cases.
    /// </summary>
    public async Task<IReadOnlyList<long>> SameAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        await context.Dialect.LockNumbersAsync(context, print.Keys, cancellationToken);
        var others = await OthersAsync(request, print, cancellationToken);
        return others.Count + 1 >= options.Value.SendersOfSameNote ? others : [];
    }

    /// <summary>
    /// Stores the print of a saved note in place of an earlier one, and deletes the old prints of its sender.
    /// </summary>
    public void Keep(ConnectionRequest request, NotePrint print)
    {
        var forgotten = request.SentAt - options.Value.CopiedWithin;
        var (keys, numbers) = context.Dialect.Numbers(4, print.Keys);
        last.Add(
            FormattableStringFactory.Create(
                $$"""
                DELETE FROM "SentNotes" WHERE "RequestId" = {0} OR ("SenderId" = {1} AND "SentAt" <= {2});
                INSERT INTO "SentNotes" ("RequestId", "SenderId", "SentAt", "Pairs")
                SELECT "Id", "SenderId", "SentAt", {3} FROM "Requests" WHERE "Id" = {0};
                INSERT INTO "SentNoteKeys" ("RequestId", "Key", "SenderId", "RecipientId", "SentAt")
                SELECT sent."Id", numbers.value, sent."SenderId", sent."RecipientId", sent."SentAt"
                FROM "Requests" AS sent CROSS JOIN {{keys}} WHERE sent."Id" = {0}
                """,
                request.Id,
                request.SenderId,
                forgotten,
                print.ToBytes(),
                numbers
            )
        );
    }

    /// <summary>
    /// The highest likeness, from 0 to 1, to a note that the sender wrote to another member in the period, and to a
    /// template of the community. Needs one statement.
    /// </summary>
    /// <param name="recipientId">The recipient. Earlier notes to this member are ignored, because writing to them again
    /// is not a copy.</param>
    /// <param name="after">The start of the period, exclusive.</param>
    /// <param name="until">The end of the period, inclusive.</param>
    public async Task<(double ToEarlier, double ToTemplate)> LikenessAsync(
        NotePrint print,
        long senderId,
        long recipientId,
        DateTime after,
        DateTime until,
        CancellationToken cancellationToken
    )
    {
        var (toEarlier, toTemplate) = (0.0, 0.0);
        await foreach (
            var found in Earlier
                .For(context)(
                    context,
                    [.. print.Keys],
                    KnownTemplates.Searched(print),
                    senderId,
                    recipientId,
                    after,
                    until
                )
                .WithCancellation(cancellationToken)
        )
        {
            var likeness = NotePrint.Likeness(print, NotePrint.Kept(found.Pairs));
            (toEarlier, toTemplate) = found.IsTemplate
                ? (toEarlier, Math.Max(toTemplate, likeness))
                : (Math.Max(toEarlier, likeness), toTemplate);
        }

        return (toEarlier, toTemplate);
    }

    /// <summary>
    /// The highest likeness of a sent note to a note that its sender wrote to another member within
    /// <see cref="GateOptions.AlikeWithin"/> before or after it. Returns 0 if its print was deleted.
    /// </summary>
    public async Task<double> LikenessAsync(ConnectionRequest request, CancellationToken cancellationToken)
    {
        var within = options.Value.AlikeWithin;
        var found = await Alike
            .For(context)(
                context,
                request.Id,
                request.SenderId,
                request.RecipientId,
                request.SentAt - within,
                request.SentAt + within
            )
            .ToListAsync(cancellationToken);
        if (found.Find(note => note.RequestId == request.Id) is not { } own)
        {
            return 0;
        }

        var print = NotePrint.Kept(own.Pairs);
        return found
            .Where(note => note.RequestId != request.Id)
            .Max(note => (double?)NotePrint.Likeness(print, NotePrint.Kept(note.Pairs)))
            ?? 0;
    }

    // Returns recent, nearly identical notes of other senders, one for each sender.
    private async Task<List<long>> OthersAsync(
        ConnectionRequest request,
        NotePrint print,
        CancellationToken cancellationToken
    )
    {
        var notes = await OfOthers
            .For(context)(context, [.. print.Keys], request.SenderId, request.SentAt - options.Value.SameNoteWithin)
            .ToListAsync(cancellationToken);
        return
        [
            .. notes
                .Where(note => NotePrint.Likeness(print, NotePrint.Kept(note.Pairs)) >= NotePrint.Copy)
                .DistinctBy(note => note.SenderId)
                .Select(note => note.RequestId),
        ];
    }

    // The ids of the sender's notes to other members that have the most of these keys, in a period with an exclusive
    // start and an inclusive end.
    private static IQueryable<long> Likeliest(
        IQueryable<SentNoteKey> keys,
        long senderId,
        long recipientId,
        DateTime after,
        DateTime until
    ) =>
        keys.Where(key =>
                key.SenderId == senderId && key.SentAt > after && key.SentAt <= until && key.RecipientId != recipientId
            )
            .GroupBy(key => key.RequestId)
            .OrderByDescending(found => found.Count())
            .ThenByDescending(found => found.Key)
            .Select(found => found.Key)
            .Take(MostCompared);

    private sealed class Found
    {
        public bool IsTemplate { get; init; }
        public long RequestId { get; init; }
        public long SenderId { get; init; }
        public required byte[] Pairs { get; init; }
    }
}
