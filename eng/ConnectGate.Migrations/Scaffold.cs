using System.Reflection;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline.Writing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Migrations;

/// <summary>Writes one database's migrations from the difference between the model and its last snapshot.</summary>
internal sealed class Scaffold(
    Dialect dialect,
    string connectionString,
    string project,
    string subNamespace,
    DateTimeOffset now
)
{
    private readonly string _folder = Path.Combine(project, subNamespace.Replace('.', '/'));

    /// <summary>Adds a migration of that name, unless nothing changed.</summary>
    public void Add(string name)
    {
        if (!IsPending())
        {
            Console.WriteLine($"{dialect.GetType().Name}: the model has no changes.");
            return;
        }

        // Needs a new context. The question above makes the context's snapshot read-only, and the scaffolder ignores a
        // read-only snapshot: the migration would create every table again.
        using var context = Context();
        Write(context, name, FixedId.Of(name, now));
    }

    private bool IsPending()
    {
        using var context = Context();
        return context.Database.HasPendingModelChanges();
    }

    private void Write(ConnectGateContext context, string name, string id)
    {
        using var services = Services(context, id);
        var scaffolder = services.GetRequiredService<IMigrationsScaffolder>();
        var migration = scaffolder.ScaffoldMigration(name, Path.GetFileName(project), subNamespace, "C#");
        var files = scaffolder.Save(project, migration, _folder, dryRun: false);
        Console.WriteLine($"{dialect.GetType().Name}: {files.MigrationFile}");
    }

    private ConnectGateContext Context()
    {
        var options = new DbContextOptionsBuilder<ConnectGateContext>();
        dialect.Configure(options, connectionString);
        options.UseApplicationServiceProvider(
            new ServiceCollection().Configure<IdentityOptions>(ConnectGateContext.IdentitySchema).BuildServiceProvider()
        );
        return new ConnectGateContext(options.Options, dialect, new WriterQueue(dialect.OneWriter));
    }

    private static ServiceProvider Services(ConnectGateContext context, string id)
    {
        var services = new ServiceCollection()
            .AddEntityFrameworkDesignTimeServices()
            .AddDbContextDesignTimeServices(context)
            .AddSingleton<IMigrationsIdGenerator>(new FixedId(id));
        ProviderServices(context).ConfigureDesignTimeServices(services);
        return services.BuildServiceProvider();
    }

    // The provider names the class that it configures design-time services with in an attribute of its assembly.
    private static IDesignTimeServices ProviderServices(ConnectGateContext context)
    {
        var provider = Assembly.Load(context.Database.ProviderName!);
        var type = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
        return (IDesignTimeServices)Activator.CreateInstance(provider.GetType(type, throwOnError: true)!)!;
    }
}
