namespace ConnectGate.Gate.Copies;

/// <summary>Looks notes up among the community's templates.</summary>
internal sealed class KnownTemplates(ConnectGateContext context, KnownTemplates.Search search)
{
    /// <summary>How many of the likeliest templates are compared.</summary>
    public const int MostCompared = 5;

    /// <summary>
    /// How many templates are found by one key. A run of words that stands in more of them tells none of them apart: it
    /// is no key of the next, so that a search reads little however many templates begin alike.
    /// </summary>
    public const int MostByOneKey = 20;

    /// <summary>How alike the note is to the template that it is most like.</summary>
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

    /// <summary>The number of the template of just these words; null where there is none.</summary>
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

    /// <summary>What a new template is to be found by: its runs of words that few others have.</summary>
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

    /// <summary>The print as a whole, and the first runs that are not common.</summary>
    public static IReadOnlyList<long> Choose(NotePrint print, Func<long, bool> isCommon) =>
        [print.Whole, .. print.Runs.Where(run => !isCommon(run)).Take(NotePrint.MostKeys)];

    /// <summary>
    /// What every letter asks, translated once. Kept for the application's life: a compiled query belongs to one
    /// database's model.
    /// </summary>
    public sealed class Search
    {
        /// <summary>The pairs of the templates that have most of these keys.</summary>
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
