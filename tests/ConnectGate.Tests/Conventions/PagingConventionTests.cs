using Mono.Cecil;

namespace ConnectGate.Tests.Conventions;

/// <summary>One type makes all cursors, so all of them are protected.</summary>
public sealed class PagingConventionTests
{
    private static readonly string Page = typeof(Page<>).FullName!;

    [Fact]
    public void Only_the_cursors_make_a_page() =>
        Assert.Equal(
            [typeof(Cursors<>).FullName],
            Assemblies.Domain.CallersOf(called => IsOfPage(called) && called is { Name: ".ctor", Parameters.Count: 2 })
        );

    [Fact]
    public void Nobody_changes_where_a_page_continues() =>
        Assert.Empty(Assemblies.Domain.CallersOf(called => IsOfPage(called) && called.Name == "set_Next"));

    private static bool IsOfPage(MethodReference called) => called.DeclaringType.GetElementType().FullName == Page;
}
