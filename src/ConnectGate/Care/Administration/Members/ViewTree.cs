using ConnectGate.People.Accounts;

namespace ConnectGate.Care.Administration.Members;

/// <summary>
/// Who let whom in: a member with those they invited or approved, and the first few of those whom each of these let in.
/// Answers about people, such as references, are private and are not part of it.
/// </summary>
public static class ViewTree
{
    /// <summary>Null where there is no such member.</summary>
    /// <param name="Member">The handle of the member at the top; null for those whom nobody let in.</param>
    /// <param name="Cursor">The position from the previous page; null for the first page.</param>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string? Member = null, string? Cursor = null) : IQuery<View?>;

    /// <param name="Above">From the member at the top upwards; at most <see cref="MostAbove"/>. Empty for the whole
    /// tree.</param>
    public sealed record View(IReadOnlyList<Person> Above, Page<Branch> Branches);

    public sealed record Person(string Handle, string DisplayName);

    /// <param name="LetIn">How many members this one let in.</param>
    /// <param name="First">The first of them; at most <see cref="MostNested"/>.</param>
    public sealed record Branch(Person Member, DateTime JoinedAt, int LetIn, IReadOnlyList<Person> First);

    /// <summary>The bounds of one page.</summary>
    public const int MostAbove = 20,
        MostNested = 5;

    internal sealed class Handler(ConnectGateContext context, Cursors<Query> cursors) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            var top = query.Member is null ? null : await context.Members.IdOfAsync(query.Member, cancellationToken);
            return query.Member is not null && top is null
                ? null
                : new View(
                    await AboveAsync(top, cancellationToken),
                    await BranchesAsync(top, query.Cursor, cancellationToken)
                );
        }

        // One short statement for each step. A tree of administrators is flat.
        private async Task<List<Person>> AboveAsync(long? id, CancellationToken cancellationToken)
        {
            var above = new List<Person>();
            while (id is { } next && above.Count < MostAbove)
            {
                var step = await (
                    from member in context.Members
                    where member.Id == next
                    join account in context.Users on member.Id equals account.Id
                    select new { Person = new Person(member.Handle, member.DisplayName), account.LetInById }
                ).SingleAsync(cancellationToken);
                above.Add(step.Person);
                id = step.LetInById;
            }

            return above;
        }

        private async Task<Page<Branch>> BranchesAsync(long? top, string? cursor, CancellationToken cancellationToken)
        {
            var children = context.Users.WhoJoined().Where(account => account.LetInById == top);
            if (cursors.Read(cursor) is { } after)
            {
                children = children.Where(account => account.Id > after.Id);
            }

            var found = await (
                from account in children
                join member in context.Members on account.Id equals member.Id
                orderby account.Id
                select new
                {
                    account.Id,
                    Person = new Person(member.Handle, member.DisplayName),
                    member.JoinedAt,
                    LetIn = context.Users.WhoJoined().Count(below => below.LetInById == account.Id),
                }
            )
                .Take(Page<Branch>.Size + 1)
                .ToListAsync(cancellationToken);
            var nested = await NestedAsync([.. found.Select(row => row.Id)], cancellationToken);
            return cursors.Page(
                found,
                row => new Cursor(row.Id),
                row => new Branch(row.Person, row.JoinedAt, row.LetIn, [.. nested[row.Id]])
            );
        }

        private async Task<ILookup<long, Person>> NestedAsync(List<long> ids, CancellationToken cancellationToken)
        {
            var first = context
                .Users.Where(account => ids.Contains(account.Id))
                .SelectMany(account =>
                    context
                        .Users.WhoJoined()
                        .Where(below => below.LetInById == account.Id)
                        .OrderBy(below => below.Id)
                        .Take(MostNested)
                );
            var rows =
                from account in first
                join member in context.Members on account.Id equals member.Id
                orderby account.Id
                select new { By = account.LetInById!.Value, Person = new Person(member.Handle, member.DisplayName) };
            return (await rows.ToListAsync(cancellationToken)).ToLookup(row => row.By, row => row.Person);
        }
    }
}
