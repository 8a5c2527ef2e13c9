using ConnectGate.People.Accounts;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Care.Administration.Members;

/// <summary>The members as administrators find them: everybody, however hidden. Shows no address.</summary>
public static class ListMembers
{
    /// <summary>A page of the members whom the text and the choice leave, by name.</summary>
    /// <param name="Text">Words that must all occur in names, handle, headline or about; or one whole email
    /// address.</param>
    /// <param name="Cursor">The position from the previous page; null for the first page.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string? Text = null, Only Only = Only.Everybody, string? Cursor = null)
        : IQuery<Page<Row>?>;

    /// <summary>Which members a page shows.</summary>
    public enum Only
    {
        Everybody,
        Administrators,
        Moderators,
        Suspended,
        Lapsed,
    }

    /// <param name="LapsedAt">Null while the membership runs.</param>
    /// <param name="LeavesAt">When everything is deleted; null unless somebody asked for it.</param>
    public sealed record Row(
        string Handle,
        string DisplayName,
        string? Photo,
        Role Role,
        DateTime JoinedAt,
        DateTime? LapsedAt,
        DateTime? LeavesAt,
        bool IsSuspended
    );

    /// <summary>The number of characters of the text that the search uses; the rest is ignored.</summary>
    public const int LongestText = 254;

    internal sealed class Handler(
        ConnectGateContext context,
        ILookupNormalizer normalizer,
        Actor actor,
        Cursors<Query> cursors
    ) : IRequestHandler<Query, Page<Row>?>
    {
        public async Task<Page<Row>?> Handle(Query query, CancellationToken cancellationToken)
        {
            var suspended = context.Suspensions.InForce(actor.Now);
            var rows =
                from member in Matching(query.Text)
                join account in Chosen(query.Only) on member.Id equals account.Id
                select new
                {
                    member,
                    account,
                    IsSuspended = suspended.Any(one => one.MemberId == member.Id),
                };
            if (query.Only == Only.Suspended)
            {
                rows = rows.Where(row => row.IsSuspended);
            }

            if (cursors.Read(query.Cursor) is { } after)
            {
#pragma warning disable CA1309 // EF translates this to SQL; the column's collation defines the page order
                rows = rows.Where(row =>
                    string.Compare(row.member.DisplayName, after.Name) > 0
                    || (row.member.DisplayName == after.Name && row.member.Id > after.Id)
                );
#pragma warning restore CA1309
            }

            var found = await rows.AsNoTracking()
                .OrderBy(row => row.member.DisplayName)
                .ThenBy(row => row.member.Id)
                .Take(Page<Row>.Size + 1)
                .Select(row => new
                {
                    row.member.Id,
                    Row = new Row(
                        row.member.Handle,
                        row.member.DisplayName,
                        row.member.PhotoVersion,
                        row.account.Role,
                        row.member.JoinedAt,
                        row.account.LapsedAt,
                        row.account.LeavesAt,
                        row.IsSuspended
                    ),
                })
                .ToListAsync(cancellationToken);
            return cursors.Page(found, row => new Cursor(row.Id) { Name = row.Row.DisplayName }, row => row.Row);
        }

        private IQueryable<Member> Matching(string? text)
        {
            if (EmailAddress.Of(text) is { } email)
            {
                var normalized = normalizer.NormalizeEmail(email);
                return context.Members.Where(member =>
                    context.Users.Any(account => account.Id == member.Id && account.NormalizedEmail == normalized)
                );
            }

            return SearchText
                .Words(text, LongestText)
                .Select(word => $"%{SearchText.Escaped(word)}%")
                .Aggregate(context.Members.AsQueryable(), (members, pattern) =>
                    members.Where(member => EF.Functions.Like(member.SearchText, pattern, SearchText.Escape))
                );
        }

        private IQueryable<Account> Chosen(Only only) =>
            only switch
            {
                Only.Administrators => context.Users.WhoJoined().Where(account => account.Role == Role.Administrator),
                Only.Moderators => context.Users.WhoJoined().Where(account => account.Role == Role.Moderator),
                Only.Lapsed => context
                    .Users.WhoJoined()
                    .Where(account => account.LapsedAt != null && account.LeavesAt == null),
                _ => context.Users.WhoJoined(),
            };
    }
}
