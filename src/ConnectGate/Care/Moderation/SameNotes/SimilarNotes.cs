using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Copies;

namespace ConnectGate.Care.Moderation.SameNotes;

/// <summary>Finds letters whose notes are like a reported one, by the gate's measure, whoever sent them.</summary>
internal sealed class SimilarNotes(ConnectGateContext context)
{
    /// <summary>The likest first. None where the letter's print was deleted.</summary>
    public async Task<IReadOnlyList<Similar>> OfAsync(long requestId, int most, CancellationToken cancellationToken)
    {
        var reported = await context
            .SentNotes.AsNoTracking()
            .Where(note => note.RequestId == requestId)
            .Select(note => new { note.Pairs, Keys = note.Keys.Select(key => key.Key).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (reported is null)
        {
            return [];
        }

        var keys = reported.Keys;
        var likely = SentNotes.LikeliestOfAll(
            context.SentNoteKeys.Where(key => EF.Parameter(keys).Contains(key.Key) && key.RequestId != requestId)
        );
        var notes = await context
            .SentNotes.Where(note => likely.Contains(note.RequestId))
            .Select(note => new { note.RequestId, note.Pairs })
            .ToListAsync(cancellationToken);
        var print = NotePrint.Kept(reported.Pairs, keys);
        return
        [
            .. notes
                .Select(note => new Similar(note.RequestId, NotePrint.Likeness(print, NotePrint.Kept(note.Pairs))))
                .Where(similar => similar.Likeness >= NotePrint.Alike)
                .OrderByDescending(similar => similar.Likeness)
                .ThenByDescending(similar => similar.RequestId)
                .Take(most),
        ];
    }

    /// <param name="Likeness">From 0 to 1.</param>
    internal sealed record Similar(long RequestId, double Likeness);
}
