using ConnectGate.Postgres;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Web.Hosting;

/// <summary>The community's database: <c>Database:Provider</c> and <c>ConnectionStrings:ConnectGate</c>.</summary>
/// <param name="IsPostgres">True for PostgreSQL, false for a SQLite file.</param>
/// <param name="ConnectionString">In the provider's format.</param>
/// <param name="Folder">The folder for files beside the database.</param>
public sealed record DatabaseSettings(bool IsPostgres, string ConnectionString, string Folder)
{
    /// <summary>The setting that names the database.</summary>
    public const string Connection = "ConnectionStrings:ConnectGate";

    private const string Provider = "Database:Provider";

    /// <exception cref="ConfigurationException">The provider is unknown, or its connection string is missing or cannot
    /// be read.</exception>
    public static DatabaseSettings Read(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var connection = configuration[Connection];
        var folder = Path.Combine(contentRoot, "data");
        var provider = configuration[Provider] ?? "Sqlite";
        return provider.ToUpperInvariant() switch
        {
            "SQLITE" => Sqlite(connection ?? $"Data Source={Path.Combine(folder, "connectgate.db")}"),
            "POSTGRES" => Postgres(connection, folder),
            _ => throw new ConfigurationException(Provider, $"'{provider}' is neither Sqlite nor Postgres."),
        };
    }

    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(this);
        services.AddConnectGate(ConnectionString, configuration);
        if (IsPostgres)
        {
            services.AddConnectGatePostgres();
        }
    }

    private static DatabaseSettings Sqlite(string connection)
    {
        var parsed = Parsed(Connection, () => new SqliteConnectionStringBuilder(connection));
        if (parsed.DataSource.Length == 0)
        {
            throw new ConfigurationException(Connection, "it names no file; expected 'Data Source=<file>'.");
        }

        return new(IsPostgres: false, connection, Path.GetDirectoryName(Path.GetFullPath(parsed.DataSource))!);
    }

    /// <summary>Checks that a connection string of PostgreSQL can be read. Does not connect.</summary>
    /// <exception cref="ConfigurationException">It cannot be read, or names no host.</exception>
    public static void CheckPostgres(string setting, string? connection)
    {
        const string expected = "expected 'Host=…;Database=…;Username=…;Password=…'.";
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new ConfigurationException(setting, $"it is missing; {expected}");
        }

        var parsed = Parsed(setting, () => new Npgsql.NpgsqlConnectionStringBuilder(connection));
        if (string.IsNullOrEmpty(parsed.Host))
        {
            throw new ConfigurationException(setting, $"it names no host; {expected}");
        }
    }

    private static DatabaseSettings Postgres(string? connection, string folder)
    {
        CheckPostgres(Connection, connection);
        return new(IsPostgres: true, connection!, folder);
    }

    // The connection string holds a password. The provider's message names a keyword only, so it is safe to repeat.
    private static T Parsed<T>(string setting, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ConfigurationException(
                setting,
                $"it cannot be read. {unreadable.Message.ReplaceLineEndings(" ")}"
            );
        }
    }
}
