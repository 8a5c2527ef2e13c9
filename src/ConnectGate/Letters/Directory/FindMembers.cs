using ConnectGate.Gate;
using ConnectGate.People.Policy;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>Searches members by name, headline, handle and other names.</summary>
public static class FindMembers
{
    /// <summary>A page of the members whom the text matches, by name. An empty text matches everyone.</summary>
    /// <param name="Text">Words that must all occur; the search ignores case and accents.</param>
    /// <param name="OnlyWhomIMayAsk">Limits the page to members whom the searcher may ask now. Ignores the
    /// allowance.</param>
    /// <param name="Cursor">The position from the previous page; null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string? Text = null, bool OnlyWhomIMayAsk = false, string? Cursor = null)
        : IQuery<Page<Row>>;

    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="MatchedOtherName">The other name that matched words which the display name lacks; null if there is
    /// none.</param>
    /// <param name="Policy">The kind of policy, as the searcher sees it.</param>
    /// <param name="MayAsk">Whether the searcher may ask this member now. Ignores the allowance.</param>
    /// <param name="IsMe">Whether this is the searcher.</param>
    public sealed record Row(
        string Handle,
        string DisplayName,
        string Headline,
        string? MatchedOtherName,
        PolicyKind Policy,
        bool MayAsk,
        bool Connected,
        bool IsMe
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <summary>The number of characters of the text that the search uses; the rest is ignored.</summary>
    public const int LongestText = 100;

    internal sealed class Handler(
        ConnectGateContext context,
        Actor actor,
        LookUps lookUps,
        IOptions<GateOptions> options,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, Page<Row>>
    {
        public async Task<Page<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            lookUps.CountSearch();
            var words = SearchText.Words(query.Text, LongestText);
            var rows = new MembersSeen(context, options.Value).By(me, now);
            foreach (var word in words)
            {
                var pattern = $"%{SearchText.Escaped(word)}%";
                rows = rows.Where(row => EF.Functions.Like(row.Member.SearchText, pattern, SearchText.Escape));
            }

            if (query.OnlyWhomIMayAsk)
            {
                rows = rows.Where(row => row.MayAsk);
            }

            if (cursors.Read(query.Cursor) is { } after)
            {
#pragma warning disable CA1309 // EF translates this to SQL; the column's collation defines the page order
                rows = rows.Where(row =>
                    string.Compare(row.Member.DisplayName, after.Name) > 0
                    || (row.Member.DisplayName == after.Name && row.Member.Id > after.Id)
                );
#pragma warning restore CA1309
            }

            var found = await rows.AsNoTracking()
                .OrderBy(row => row.Member.DisplayName)
                .ThenBy(row => row.Member.Id)
                .Take(Page<Row>.Size + 1)
                .Select(row => new
                {
                    row.Member.Id,
                    row.Member.Handle,
                    row.Member.DisplayName,
                    row.Member.Headline,
                    row.Member.PhotoVersion,
                    row.Member.OtherNames,
                    row.SeenClosed,
                    row.Member.Policy.Kind,
                    row.MayAsk,
                    row.Connected,
                })
                .ToListAsync(cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Id) { Name = row.DisplayName },
                row => new Row(
                    row.Handle,
                    row.DisplayName,
                    row.Headline,
                    Matched(row.DisplayName, row.OtherNames, words),
                    row.SeenClosed ? PolicyKind.Closed : row.Kind,
                    row.MayAsk,
                    row.Connected,
                    row.Id == me
                )
                {
                    Photo = row.PhotoVersion,
                }
            );
        }

        private static string? Matched(
            string displayName,
            IReadOnlyList<OtherName> otherNames,
            IReadOnlyList<string> words
        )
        {
            var name = SearchText.Fold(displayName);
            var elsewhere = words.Where(word => !name.Contains(word, StringComparison.Ordinal)).ToList();
            return otherNames
                .Select(other => other.Text)
                .FirstOrDefault(other => elsewhere.Exists(SearchText.Fold(other).Contains));
        }
    }
}
