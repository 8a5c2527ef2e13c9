namespace ConnectGate.Gate.Copies;

/// <summary>Compares notes with the community's templates.</summary>
internal sealed class KnownTemplates(ConnectGateContext context)
{
    /// <summary>The most templates that are compared with a note, the likeliest first.</summary>
    public const int MostCompared = 5;

    /// <summary>
    /// The most templates with the same key. A run of words in more templates does not tell them apart, so it becomes
    /// no key of the next one. A search stays small even where many templates begin alike.
    /// </summary>
    public const int MostByOneKey = 20;

    /// <summary>The keys by which a note finds its templates.</summary>
    public static long[] Searched(NotePrint print) => [print.Whole, .. print.Runs];

    /// <summary>The word pairs of the templates with most of these keys.</summary>
    public static IQueryable<byte[]> Likeliest(ConnectGateContext context, long[] keys)
    {
        var likeliest = context
            .NoteTemplateKeys.Where(key => keys.Contains(key.Key))
            .GroupBy(key => key.TemplateId)
            .OrderByDescending(found => found.Count())
            .ThenBy(found => found.Key)
            .Select(found => found.Key)
            .Take(MostCompared);
        return from template in context.NoteTemplates where likeliest.Contains(template.Id) select template.Pairs;
    }

    /// <summary>The id of the template with exactly these words; null where there is none.</summary>
    public Task<long?> FindAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var (whole, pairs) = (print.Whole, print.ToBytes());
        return context
            .NoteTemplates.Where(template =>
                template.Pairs == pairs
                && context.NoteTemplateKeys.Any(key => key.Key == whole && key.TemplateId == template.Id)
            )
            .Select(template => (long?)template.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>
    /// The keys of a new template: its whole print, and its runs of words that few other templates have.
    /// </summary>
    public async Task<IReadOnlyList<long>> KeysAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var runs = print.Runs;
        var common = await context
            .NoteTemplateKeys.Where(key => EF.Parameter(runs).Contains(key.Key))
            .GroupBy(key => key.Key)
            .Where(found => found.Count() >= MostByOneKey)
            .Select(found => found.Key)
            .ToListAsync(cancellationToken);
        return Choose(print, common.Contains);
    }

    /// <summary>The whole print, and the first runs that are not common.</summary>
    public static IReadOnlyList<long> Choose(NotePrint print, Func<long, bool> isCommon) =>
        [print.Whole, .. print.Runs.Where(run => !isCommon(run)).Take(NotePrint.MostKeys)];
}
