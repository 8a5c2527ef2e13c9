using ConnectGate.Foundation.Pipeline.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Foundation.Data;

/// <summary>
/// Makes the context for <c>dotnet ef</c>, which creates an instance by reflection. Each provider's project has a class
/// of its own. The connection string names no real database, because a migration comes from the model alone.
/// </summary>
internal abstract class DesignTime(Dialect dialect, string connectionString)
    : IDesignTimeDbContextFactory<ConnectGateContext>
{
    public ConnectGateContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<ConnectGateContext>();
        dialect.Configure(options, connectionString);

        // The context takes these from the application's services. Identity's part of the model depends on the options.
        options.UseApplicationServiceProvider(
            new ServiceCollection()
                .Configure<IdentityOptions>(ConnectGateContext.IdentitySchema)
                .AddSingleton(dialect)
                .AddSingleton(new WriterQueue(dialect.OneWriter))
                .BuildServiceProvider()
        );
        return new ConnectGateContext(options.Options);
    }
}

internal sealed class SqliteDesignTime() : DesignTime(new Sqlite(), "Data Source=:memory:");
