using ConnectGate.People.Accounts.Keys;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Web.Identity;

namespace ConnectGate.Tests.Web.Hosting.Keys;

/// <summary>A node whose certificate differs from the others' ends its start, and changes nothing.</summary>
public abstract class OtherKeyTests(Database database) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task It_starts_only_while_no_other_node_runs()
    {
        var connection = database == Database.Sqlite ? $"Data Source={_folder}/a.db" : await PostgresCluster.NewAsync();
        await using var community = Community.Over(database, connection);
        await using (var first = await Executable.ServeAsync("Production", Settings(connection, "a.pfx")))
        {
            var refused = await Executable.RunAsync(Settings(connection, "b.pfx"));

            Assert.Equal(1, refused.Code);
            var line = Assert.Single(refused.Errors.Trim().Split('\n'));
            Assert.StartsWith("DataProtection:CertificateFile: Another node (process ", line, StringComparison.Ordinal);
            Assert.Equal(1, await KeysAsync(community));
            await using var second = await Executable.ServeAsync("Production", Settings(connection, "a.pfx"));
            Assert.Equal(2, await community.CountAsync<Node>());
            await second.StopAsync();
            Assert.Equal(1, await community.CountAsync<Node>());
        }

        // The first one was killed, and its row is still there.
        Assert.Equal(1, await community.CountAsync<Node>());
        await using var another = await Executable.ServeAsync("Production", Settings(connection, "b.pfx"));
        Assert.Equal(1, await community.CountAsync<Node>());
        Assert.Equal(2, await KeysAsync(community));
        Assert.Single(another.Log, line => line.Contains("everybody signs in again", StringComparison.Ordinal));
    }

    private static Task<int> KeysAsync(Community community) =>
        community.CountAsync<Microsoft.AspNetCore.DataProtection.EntityFrameworkCore.DataProtectionKey>();

    private string[] Settings(string connection, string certificate)
    {
        var file = Path.Combine(_folder, certificate);
        KeyCertificate.ReadOrMake(file).Dispose();
        return
        [
            $"--Database:Provider={database}",
            $"--ConnectionStrings:ConnectGate={connection}",
            $"--DataProtection:CertificateFile={file}",
        ];
    }
}

public sealed class OtherKeyTestsOnSqlite() : OtherKeyTests(Database.Sqlite);

public sealed class OtherKeyTestsOnPostgres() : OtherKeyTests(Database.Postgres);
