namespace ConnectGate.Gate.Copies;

/// <summary>Compares notes with the community's templates.</summary>
internal sealed class KnownTemplates(ConnectGateContext context, KnownTemplates.Search search)
{
    /// <summary>The most templates that are compared with a note, the likeliest first.</summary>
    public const int MostCompared = 5;

    /// <summary>
    /// The most templates with the same key. A run of words in more templates does not tell them apart, so it becomes
    /// no key of the next one. A search stays small even where many templates begin alike.
    /// </summary>
    public const int MostByOneKey = 20;

    /// <summary>The likeness to the most similar template, from 0 to 1.</summary>
    public async Task<double> LikenessAsync(NotePrint print, CancellationToken cancellationToken)
    {
        var most = 0.0;
        await foreach (
            var pairs in search.Likeliest(context, [print.Whole, .. print.Runs]).WithCancellation(cancellationToken)
        )
        {
            most = Math.Max(most, NotePrint.Likeness(print, NotePrint.Kept(pairs)));
        }

        return most;
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

    /// <summary>
    /// The compiled query that every letter needs. It lives as long as the application, because a compiled query
    /// belongs to one database's model.
    /// </summary>
    public sealed class Search
    {
        /// <summary>The word pairs of the templates with most of these keys.</summary>
        public Func<ConnectGateContext, long[], IAsyncEnumerable<byte[]>> Likeliest { get; } =
            EF.CompileAsyncQuery(
                (ConnectGateContext context, long[] keys) =>
                    context
                        .NoteTemplates.Where(template =>
                            context
                                .NoteTemplateKeys.Where(key => keys.Contains(key.Key))
                                .GroupBy(key => key.TemplateId)
                                .OrderByDescending(found => found.Count())
                                .ThenBy(found => found.Key)
                                .Select(found => found.Key)
                                .Take(MostCompared)
                                .Contains(template.Id)
                        )
                        .Select(template => template.Pairs)
            );
    }
}
