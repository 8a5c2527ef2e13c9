using ConnectGate.Foundation.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ConnectGate.Postgres;

public static class PostgresServices
{
    /// <summary>Stores the community in PostgreSQL instead of SQLite.</summary>
    public static IServiceCollection AddConnectGatePostgres(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<Dialect, Postgres>());
}
