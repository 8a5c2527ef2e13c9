namespace ConnectGate.Care.Moderation.Rules;

/// <summary>The rules that a measure can name, in the order in which they were written.</summary>
public static class ListRules
{
    [SentBy(Senders.Moderators)]
    public sealed record Query : IQuery<IReadOnlyList<Rule>?>;

    /// <param name="Wording">Words to begin with; may be empty.</param>
    public sealed record Rule(string Id, string Name, string Wording);

    internal sealed class Handler(ConnectGateContext context) : IRequestHandler<Query, IReadOnlyList<Rule>?>
    {
        public async Task<IReadOnlyList<Rule>?> Handle(Query query, CancellationToken cancellationToken) =>
            await context
                .CommunityRules.Where(rule => rule.RetiredAt == null)
                .OrderBy(rule => rule.Id)
                .Select(rule => new Rule(rule.PublicId, rule.Name, rule.Wording))
                .ToListAsync(cancellationToken);
    }
}
