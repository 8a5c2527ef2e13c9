using ConnectGate.Web.Identity;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>One SQLite file for each test, copied from one that was migrated once in this run.</summary>
public sealed class SqliteFiles : IDisposable
{
    // In memory where the machine has such a folder. SQLite behaves the same, and faster.
    private static readonly string Root = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
        $"connectgate-tests-{Environment.ProcessId}"
    );

    private static readonly Lazy<Task<string>> Template = new(MigrateTemplateAsync);

    /// <summary>The connection string of a new, migrated file, in that folder if one is named.</summary>
    public static async Task<string> NewAsync(string? folder = null)
    {
        var file = folder is null ? NewPath() : Path.Combine(folder, $"{Guid.NewGuid():N}.db");
        File.Copy(await Template.Value, file);
        return ConnectionString(file);
    }

    /// <summary>The connection string of a file that does not exist yet.</summary>
    public static string NewEmpty() => ConnectionString(NewPath());

    /// <summary>
    /// The certificate of the key ring that sites on SQLite find beside their files. Sites on PostgreSQL and the
    /// executable get it too.
    /// </summary>
    public static string Certificate()
    {
        var file = Path.Combine(Root, "data-protection.pfx");
        KeyCertificate.ReadOrMake(file).Dispose();
        return file;
    }

    public static void Remove(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        foreach (
            var file in Directory.GetFiles(
                Path.GetDirectoryName(connection.DataSource)!,
                $"{Path.GetFileName(connection.DataSource)}*"
            )
        )
        {
            File.Delete(file);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Root))
        {
            Directory.Delete(Root, recursive: true);
        }
    }

    private static async Task<string> MigrateTemplateAsync()
    {
        var connectionString = ConnectionString(NewPath());
        await using (var community = Community.Over(Database.Sqlite, connectionString))
        {
            await community.PrepareDatabaseAsync();
        }

        // The last connection to close writes the log back into the file.
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        return connection.DataSource;
    }

    private static string NewPath() => Path.Combine(Directory.CreateDirectory(Root).FullName, $"{Guid.NewGuid():N}.db");

    private static string ConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
}
