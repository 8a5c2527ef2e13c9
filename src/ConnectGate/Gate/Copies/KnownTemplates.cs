using ConnectGate.Data;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Gate.Copies;

/// <summary>Looks notes up among the community's templates.</summary>
internal sealed class KnownTemplates(ConnectGateContext context)
{
    /// <summary>How many of the likeliest templates are compared.</summary>
    public const int MostCompared = 5;

    /// <summary>
    /// How many templates are found by one key. A run of words that stands in more of them tells none of them apart: it is no key of the next, so that a search reads
    /// little however many templates begin alike.
    /// </summary>
    public const int MostByOneKey = 20;

    /// <summary>How alike the note is to the template that it is most like.</summary>
    public async Task<double> LikenessAsync(NotePrint print, CancellationToken cancellationToken)
    {
        List<long> keys = [print.Whole, .. print.Runs];
        var likely = context.NoteTemplateKeys
            .Where(key => EF.Parameter(keys).Contains(key.Key))
            .GroupBy(key => key.TemplateId)
            .OrderByDescending(found => found.Count()).ThenBy(found => found.Key)
            .Select(found => found.Key)
            .Take(MostCompared);
        var pairs = await context.NoteTemplates.Where(template => likely.Contains(template.Id)).Select(template => template.Pairs).ToListAsync(cancellationToken);
        return pairs.Select(kept => NotePrint.Likeness(print, NotePrint.Kept(kept))).DefaultIfEmpty().Max();
    }

    /// <summary>The number of the template of just these words; null where there is none.</summary>
    public Task<long?> FindAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var (whole, pairs) = (print.Whole, print.ToBytes());
        return context.NoteTemplates
            .Where(template => template.Pairs == pairs && context.NoteTemplateKeys.Any(key => key.Key == whole && key.TemplateId == template.Id))
            .Select(template => (long?)template.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What a new template is to be found by: its runs of words that few others have.</summary>
    public async Task<IReadOnlyList<long>> KeysAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var runs = print.Runs;
        var common = await context.NoteTemplateKeys
            .Where(key => EF.Parameter(runs).Contains(key.Key))
            .GroupBy(key => key.Key)
            .Where(found => found.Count() >= MostByOneKey)
            .Select(found => found.Key)
            .ToListAsync(cancellationToken);
        return Choose(print, common.Contains);
    }

    /// <summary>The print as a whole, and the first runs that are not common.</summary>
    public static IReadOnlyList<long> Choose(NotePrint print, Func<long, bool> isCommon) =>
        [print.Whole, .. print.Runs.Where(run => !isCommon(run)).Take(NotePrint.MostKeys)];
}
