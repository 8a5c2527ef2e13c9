using Mono.Cecil;

namespace ConnectGate.Tests.Conventions
{
    /// <summary>Features import to the left only; the database knows all of them, and all know it.</summary>
    public sealed class FeatureDirectionTests
    {
        private static readonly string[] LeftToRight =
        [
            "Shared", "Accounts", "Mail", "Members", "Gate", "Groups", "Connections", "Meetings", "Requests", "Introductions", "References", "AddressBook", "Moderation",
            "Administration", "Noticeboards", "Inbox", "Conversations", "Notifications",
        ];

        [Fact]
        public void Features_import_to_the_left_only() => Assert.Equal("", string.Join('\n', Violations(Assemblies.Domain, "ConnectGate.")));

        [Fact]
        public void Every_feature_has_its_place() => Assert.Equal(
            LeftToRight.Append("Data").Order(StringComparer.Ordinal),
            Assemblies.Domain.Types.Where(type => type.Namespace.StartsWith("ConnectGate.", StringComparison.Ordinal)).Select(type => type.Namespace.Split('.')[1])
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        [Fact]
        public void An_import_to_the_right_would_be_found() => Assert.Equal(
            "ConnectGate.Tests.Conventions.Planted.Shared.Left names ConnectGate.Tests.Conventions.Planted.Inbox.Right",
            Assert.Single(Violations(Assemblies.Tests, "ConnectGate.Tests.Conventions.Planted.")));

        private static IEnumerable<string> Violations(ModuleDefinition module, string root) =>
            (from type in module.TypesWithNested()
             let place = Place(type, root)
             where place >= 0
             from named in type.References()
             where Place(named, root) > place
             select $"{Assemblies.Written(type).FullName} names {named.FullName}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        private static int Place(TypeReference type, string root)
        {
            while (type.DeclaringType is { } outer)
            {
                type = outer;
            }

            return type.Namespace.StartsWith(root, StringComparison.Ordinal) ? Array.IndexOf(LeftToRight, type.Namespace[root.Length..].Split('.')[0]) : -1;
        }
    }
}

namespace ConnectGate.Tests.Conventions.Planted.Shared
{
    internal static class Left
    {
        public static async Task<int> ImportAsync()
        {
            await Task.Yield();
            return Inbox.Right.Value;
        }
    }
}

namespace ConnectGate.Tests.Conventions.Planted.Inbox
{
    internal static class Right
    {
        public static int Value => 1;
    }
}
