using ConnectGate.Postgres;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Web.Hosting;

/// <summary>Where the community is kept: <c>Database:Provider</c> and <c>ConnectionStrings:ConnectGate</c>.</summary>
/// <param name="IsPostgres">Whether in PostgreSQL; otherwise in a SQLite file.</param>
/// <param name="ConnectionString">In the provider's words.</param>
/// <param name="Folder">Where files that belong beside the database go.</param>
public sealed record DatabaseSettings(bool IsPostgres, string ConnectionString, string Folder)
{
    private const string Provider = "Database:Provider",
        Connection = "ConnectionStrings:ConnectGate";

    /// <summary>Reads the settings.</summary>
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

    /// <summary>Adds the domain over this database.</summary>
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
        var parsed = Parsed(() => new SqliteConnectionStringBuilder(connection));
        if (parsed.DataSource.Length == 0)
        {
            throw new ConfigurationException(Connection, "it names no file; expected 'Data Source=<file>'.");
        }

        return new(IsPostgres: false, connection, Path.GetDirectoryName(Path.GetFullPath(parsed.DataSource))!);
    }

    private static DatabaseSettings Postgres(string? connection, string folder)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new ConfigurationException(
                Connection,
                "it is missing; expected 'Host=…;Database=…;Username=…;Password=…'."
            );
        }

        var parsed = Parsed(() => new Npgsql.NpgsqlConnectionStringBuilder(connection));
        return string.IsNullOrEmpty(parsed.Host)
            ? throw new ConfigurationException(
                Connection,
                "it names no host; expected 'Host=…;Database=…;Username=…;Password=…'."
            )
            : new(IsPostgres: true, connection, folder);
    }

    // The connection string holds a password: the exception's words name a keyword only, never the string.
    private static T Parsed<T>(Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            throw new ConfigurationException(
                Connection,
                $"it cannot be read. {unreadable.Message.ReplaceLineEndings(" ")}"
            );
        }
    }
}
