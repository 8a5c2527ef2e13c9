using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

/// <summary>A community in which one member reads a list of more than two pages.</summary>
/// <param name="Me">The reader, an administrator, so that every list opens.</param>
/// <param name="Others">One for each row. Two of them share each name.</param>
internal sealed record Stage(Community Community, Person Me, IReadOnlyList<Person> Others)
{
    /// <summary>The rows of each list: two pages and a few.</summary>
    public const int Rows = 2 * Page<object>.Size + 3;

    /// <summary>A word in the name of each of the others and of nobody else.</summary>
    public const string Name = "Tern";

    public DateTime Now => Community.Clock.Now;

    public static async Task<Stage> SetAsync(Community community, Person me)
    {
        var others = new List<Person>();
        for (var number = 0; number < Rows; number++)
        {
            others.Add(await community.InsertAsync(A.Member() with { DisplayName = $"{Name} {number / 2:00}" }));
        }

        return new Stage(community, me, others);
    }

    /// <summary>Adds a row for each of the others, all at one instant.</summary>
    public Task AddAsync<T>(Func<Person, T> row)
        where T : class =>
        Community.InDatabaseAsync(context =>
        {
            context.AddRange(Others.Select(row));
            return context.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    public async Task EachAsync(Func<Person, Task> act)
    {
        foreach (var other in Others)
        {
            await act(other);
        }
    }

    /// <summary>The key of the group with that public id.</summary>
    public Task<long> GroupAsync(string id) =>
        Community.InDatabaseAsync(context =>
            context
                .Groups.Where(group => group.PublicId == id)
                .Select(group => group.Id)
                .SingleAsync(TestContext.Current.CancellationToken)
        );
}
