using System.Text.RegularExpressions;

namespace ConnectGate.Tests.Conventions;

/// <summary>
/// A condition that many queries need is written once, where its table is. A second copy would sooner or later differ.
/// </summary>
public sealed partial class ConditionConventionTests
{
    private static readonly Condition[] Conditions =
    [
        new("a waiting request", Waiting(), ["RunningRequests.cs", "ConnectionRequest.Steps.cs"]),
        new("a live connection", Live(), ["Links.cs"]),
        new("a block in force", Block(), ["BlocksInForce.cs", "Links.cs"]),
        new("a suspension in force", Suspension(), ["FoundMembers.cs"]),
    ];

    [Fact]
    public void Every_condition_is_written_in_its_home_only() =>
        Assert.Equal(
            [],
            from file in Layout.FilesOf(Layout.Root)
            let path = Path.GetRelativePath(Layout.Root, file)
            where
                path.StartsWith(
                    Path.Combine("src", "ConnectGate") + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            from found in WrittenOut(Path.GetFileName(file), File.ReadAllText(file))
            select $"{path} writes out {found}"
        );

    [Fact]
    public void Every_home_writes_its_condition() =>
        Assert.All(Conditions.SelectMany(condition => condition.Homes.Select(home => (condition, home))), pair =>
            Assert.Contains(Layout.FilesOf(Layout.Root), file =>
                Path.GetFileName(file) == pair.home && pair.condition.Words.IsMatch(File.ReadAllText(file))
            )
        );

    [Theory]
    [InlineData("a waiting request", "context.Requests.Any(letter => letter.State == RequestState.Waiting)")]
    [InlineData("a waiting request", "requests.Where(one =>\n    RequestState.Waiting == one.State)")]
    [InlineData("a live connection", "context.Connections.Where(link => link.EndedAt == null)")]
    [InlineData("a live connection", "links.Where(link =>\n    link.ValidFrom <= now\n)")]
    [InlineData("a block in force", "context.Blocks.Any(block => block.BlockerId == me)")]
    [InlineData("a block in force", "context.Blocks.Any(block => me == block.BlockedId)")]
    [InlineData("a suspension in force", "suspensions.Where(one => one.Until == null || one.Until > now)")]
    public void A_query_that_writes_one_out_would_be_found(string condition, string query) =>
        Assert.Equal([condition], WrittenOut("SomeQuery.cs", query));

    private static IEnumerable<string> WrittenOut(string file, string text) =>
        from condition in Conditions
        where !condition.Homes.Contains(file, StringComparer.Ordinal) && condition.Words.IsMatch(text)
        select condition.Name;

    /// <param name="Words">Code that only the condition's home may contain.</param>
    /// <param name="Homes">The names of the files that may.</param>
    private sealed record Condition(string Name, Regex Words, string[] Homes);

    [GeneratedRegex(@"[!=]= RequestState\.Waiting\b|RequestState\.Waiting [!=]=")]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\.EndedAt [!=]= null|\.ValidFrom (<=|>) (now|actor\.Now)\b")]
    private static partial Regex Live();

    [GeneratedRegex(@"\.Block(er|ed)Id [!=]= |[!=]= \w+\.Block(er|ed)Id\b")]
    private static partial Regex Block();

    [GeneratedRegex(@"\.Until == null\s*\|\|")]
    private static partial Regex Suspension();
}
