namespace ConnectGate.Care.Moderation.Templates;

/// <summary>The templates that the gate refuses: <c>-- gate template list</c>.</summary>
public static class ListTemplates
{
    /// <summary>A page of them, by their numbers.</summary>
    /// <param name="After">The number that the page before ended with; 0 to begin.</param>
    [SentBy(Senders.Server)]
    public sealed record Query(long After = 0) : IQuery<IReadOnlyList<Row>>;

    /// <summary>One template.</summary>
    public sealed record Row(long Id, DateTime AddedAt, string Text);

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        private const int PageSize = 100;

        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken) =>
            await context
                .NoteTemplates.AsNoTracking()
                .Where(template => template.Id > query.After)
                .OrderBy(template => template.Id)
                .Take(PageSize)
                .Select(template => new Row(template.Id, template.AddedAt, template.Text))
                .ToListAsync(cancellationToken);
    }
}
