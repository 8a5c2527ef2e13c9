namespace ConnectGate.Tests.Conventions
{
    /// <summary>
    /// A floor imports only the floors below it, and within a floor a feature imports in one direction.
    /// </summary>
    public sealed class FloorTests(ITestOutputHelper output)
    {
        [Fact]
        public void No_use_case_imports_from_a_floor_above() =>
            Assert.Equal("", Lines(Floors.ImportsOf(Assemblies.Domain, "ConnectGate.").Where(import => import.IsUp)));

        [Fact]
        public void Every_feature_has_its_place() =>
            Assert.Equal(
                Floors.Features.Order(StringComparer.Ordinal),
                Assemblies
                    .Domain.Types.Where(type => type.Namespace.StartsWith("ConnectGate.", StringComparison.Ordinal))
                    .Select(type => Floors.FeatureOf(type.Namespace["ConnectGate.".Length..]))
                    .Where(feature => feature != Floors.Database)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            );

        [Fact]
        public void An_import_from_above_would_be_found() =>
            Assert.Equal(
                "ConnectGate.Tests.Conventions.Planted.Ties.Groups.Below names "
                    + "ConnectGate.Tests.Conventions.Planted.Desk.Inbox.Above",
                Lines(
                    Floors
                        .ImportsOf(Assemblies.Tests, "ConnectGate.Tests.Conventions.Planted.")
                        .Where(import => import.IsUp)
                )
            );

        /// <summary>Prints the picture for docs/architecture.md; eng/floors runs it.</summary>
        [Fact(Explicit = true)]
        public void Print_the_floors() =>
            output.WriteLine(Floors.Picture(Floors.ImportsOf(Assemblies.Domain, "ConnectGate.")));

        private static string Lines(IEnumerable<Floors.Import> imports) =>
            string.Join(
                '\n',
                imports
                    .Select(import => import.ToString())
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal)
            );
    }
}

namespace ConnectGate.Tests.Conventions.Planted.Ties.Groups
{
    internal static class Below
    {
        public static async Task<int> ImportAsync()
        {
            await Task.Yield();
            return Desk.Inbox.Above.Value;
        }
    }
}

namespace ConnectGate.Tests.Conventions.Planted.Desk.Inbox
{
    internal static class Above
    {
        public static int Value => 1;
    }
}
