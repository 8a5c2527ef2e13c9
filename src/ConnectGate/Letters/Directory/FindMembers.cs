using ConnectGate.Gate;
using ConnectGate.People.Members.Profiles;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Directory;

/// <summary>
/// Searches members by their names, handle, headline, about and the details that all members see, and by the groups
/// that the two share.
/// </summary>
public static class FindMembers
{
    /// <summary>A page of the members whom the text matches, by name. An empty text matches everyone.</summary>
    /// <param name="Text">Words that must all occur; the search ignores case and accents. Where nobody has them, it
    /// also finds words with one letter wrong, missing or too many.</param>
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

        /// <summary>Empty where they named none that the searcher may see.</summary>
        public string Organisation { get; init; } = "";

        /// <summary>Whether they were found only because a letter may be wrong.</summary>
        public bool Almost { get; init; }

        /// <summary>When the searcher asked, while that is why they cannot ask now; null otherwise. In UTC.</summary>
        public DateTime? AskedOn { get; init; }

        /// <summary>Whether a letter of the member waits for the searcher's decision.</summary>
        public bool AskedMe { get; init; }

        /// <summary>The day, in UTC, from which the member reads letters again; null if they are not away.</summary>
        public DateOnly? AwayUntil { get; init; }

        /// <summary>The names of the groups and gatherings that both are listed in.</summary>
        public IReadOnlyList<string> SharedGroups { get; init; } = [];

        /// <summary>The members whom both know, as far as the searcher may know of it.</summary>
        public MutualConnections.View MutualConnections { get; init; } =
            Ties.Connections.Mutual.MutualConnections.View.None;
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
            lookUps.CountSearch();
            var words = SearchText.Words(query.Text, LongestText);
            var everybody = new MembersSeen(context, options.Value).By(actor.Id, actor.Now);
            if (query.OnlyWhomIMayAsk)
            {
                everybody = everybody.Where(row => row.MayAsk);
            }

            if (words.Count == 0)
            {
                return await PageAsync(everybody, query, words, almost: false, cancellationToken);
            }

            var page = await PageAsync(
                await WithAsync(everybody, words, cancellationToken),
                query,
                words,
                almost: false,
                cancellationToken
            );
            if (page.Items.Count > 0)
            {
                return page;
            }

            var ids = await AlmostNamed.IdsAsync(context.Members, words, cancellationToken);
            return ids.Count == 0
                ? page
                : await PageAsync(
                    everybody.Where(row => ids.Contains(row.Member.Id)),
                    query,
                    words,
                    almost: true,
                    cancellationToken
                );
        }

        // Names of groups are compared here, because the database cannot fold them. Only the searcher's own groups
        // count: a search must not reveal who is in others.
        private async Task<IQueryable<MembersSeen.Seen>> WithAsync(
            IQueryable<MembersSeen.Seen> rows,
            IReadOnlyList<string> words,
            CancellationToken cancellationToken
        )
        {
            var groups = await SharedContext.OfMemberAsync(context, actor.Id, actor.Now, cancellationToken);
            var roster = context.OnRoster(actor.Now);
            foreach (var word in words)
            {
                var pattern = $"%{SearchText.Escaped(word)}%";
                long[] named =
                [
                    .. groups
                        .Where(group => SearchText.Fold(group.Name).Contains(word, StringComparison.Ordinal))
                        .Select(group => group.Id),
                ];
                rows =
                    named.Length == 0
                        ? rows.Where(row => EF.Functions.Like(row.Member.SearchText, pattern, SearchText.Escape))
                        : rows.Where(row =>
                            EF.Functions.Like(row.Member.SearchText, pattern, SearchText.Escape)
                            || roster.Any(membership =>
                                membership.MemberId == row.Member.Id && named.Contains(membership.GroupId)
                            )
                        );
            }

            return rows;
        }

        private async Task<Page<Row>> PageAsync(
            IQueryable<MembersSeen.Seen> rows,
            Query query,
            IReadOnlyList<string> words,
            bool almost,
            CancellationToken cancellationToken
        )
        {
            if (cursors.Read(query.Cursor) is { } after)
            {
#pragma warning disable CA1309 // EF translates this to SQL; the column's collation defines the page order
                rows = rows.Where(row =>
                    string.Compare(row.Member.DisplayName, after.Name) > 0
                    || (row.Member.DisplayName == after.Name && row.Member.Id > after.Id)
                );
#pragma warning restore CA1309
            }

            var (me, now) = (actor.Id, actor.Now);
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
                    row.Member.Details,
                    row.SeenClosed,
                    row.Member.Policy.Kind,
                    row.MayAsk,
                    row.Connected,
                    row.AskedOn,
                    row.AskedMe,
                    row.AwayUntil,
                })
                .ToListAsync(cancellationToken);
            long[] ids = [.. found.Select(row => row.Id)];
            var groups = await SharedContext.NamesAsync(context, me, ids, now, cancellationToken);
            var mutual = await MutualConnections.OfAsync(context, me, ids, now, cancellationToken);
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
                    Organisation = OrganisationOf(
                        row.Details,
                        row.Id == me ? Closeness.Self
                            : row.Connected ? Closeness.Connected
                            : Closeness.AnyMember
                    ),
                    Almost = almost,
                    AskedOn = row.AskedOn,
                    AskedMe = row.AskedMe,
                    AwayUntil = row.AwayUntil,
                    SharedGroups = [.. groups[row.Id]],
                    MutualConnections =
                        mutual.TryGetValue(row.Id, out var links) && links.Members.Count > 0 && lookUps.MayName(row.Id)
                            ? links
                            : MutualConnections.View.None,
                }
            );
        }

        private static string OrganisationOf(IReadOnlyList<ProfileDetail> details, Closeness viewer) =>
            details.FirstOrDefault(detail => detail.Field == ProfileField.Organisation && detail.IsSeenBy(viewer))?.Text
            ?? "";

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
