using ConnectGate.Data;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Gate.Copies;

/// <summary>Looks notes up among the community's templates.</summary>
internal sealed class KnownTemplates(ConnectGateContext context)
{
    /// <summary>How many of the likeliest templates are compared.</summary>
    public const int MostCompared = 5;

    // A run of words that stands in very many templates tells none of them apart, and shall not cost a read of each.
    private const int MostFound = 1_000;

    /// <summary>How alike the note is to the template that it is most like.</summary>
    public async Task<double> LikenessAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var likely = Likely(print);
        var pairs = await context.NoteTemplates.Where(template => likely.Contains(template.Id)).Select(template => template.Pairs).ToListAsync(cancellationToken);
        return pairs.Select(kept => NotePrint.Likeness(print, NotePrint.Kept(kept))).DefaultIfEmpty().Max();
    }

    /// <summary>The template of just these words; null where there is none.</summary>
    public Task<NoteTemplate?> FindAsync(NoteTemplate same, CancellationToken cancellationToken)
    {
        var likely = Likely(NoteTemplate.PrintOf(same.Text));
        return context.NoteTemplates.FirstOrDefaultAsync(template => likely.Contains(template.Id) && template.Pairs == same.Pairs, cancellationToken);
    }

    private IQueryable<long> Likely(NotePrint print)
    {
        var keys = print.Keys;
        return context.NoteTemplateKeys
            .Where(key => keys.Contains(key.Key))
            .Select(key => key.TemplateId)
            .Take(MostFound)
            .GroupBy(id => id)
            .OrderByDescending(found => found.Count()).ThenBy(found => found.Key)
            .Select(found => found.Key)
            .Take(MostCompared);
    }
}
