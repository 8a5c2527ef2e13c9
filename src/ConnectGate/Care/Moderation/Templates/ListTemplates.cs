namespace ConnectGate.Care.Moderation.Templates;

/// <summary>The templates that the gate refuses: <c>-- gate template list</c>.</summary>
public static class ListTemplates
{
    /// <summary>One page, ordered by number.</summary>
    /// <param name="After">The last number of the previous page; 0 for the first page.</param>
    [SentBy(Senders.Server)]
    public sealed record Query(long After = 0) : IQuery<IReadOnlyList<Row>>;

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
