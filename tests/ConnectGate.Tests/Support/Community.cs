using ConnectGate.People.Accounts;
using ConnectGate.People.Policy;
using ConnectGate.Postgres;
using ConnectGate.Tests.Support.Databases;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ConnectGate.Tests.Support;

/// <summary>
/// A whole community on a database of its own. Tests have five verbs: <c>InsertAsync</c> a member, <c>SendAsync</c> a
/// command, <c>QueryAsync</c>, <c>CountAsync</c> rows, and <c>Advance</c> the clock. <see cref="InDatabaseAsync{T}"/>
/// reads and changes the database directly where no verb does.
/// </summary>
public sealed class Community : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Database _database;
    private readonly string _connectionString;
    private bool _removesDatabase;

    private Community(
        Database database,
        string connectionString,
        Action<IServiceCollection>? configure,
        Dictionary<string, string?>? settings,
        FakeTimeProvider? clock = null
    )
    {
        (_database, _connectionString, Clock) = (database, connectionString, clock ?? StandingClock.New());
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddConnectGate(
            connectionString,
            new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build()
        );
        services.Configure<PasswordHasherOptions>(A.HashQuickly);
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddScoped<ActingMember>();
        services.AddScoped<ICurrentMember>(provider => provider.GetRequiredService<ActingMember>());
        services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(Sql));
        if (database == Database.Postgres)
        {
            services.AddConnectGatePostgres();
        }

        configure?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public FakeTimeProvider Clock { get; }

    internal string ConnectionString => _connectionString;

    public SqlCapture Sql { get; } = new();

    /// <summary>A community without members on a migrated database.</summary>
    public static async Task<Community> NewAsync(
        Database database,
        Action<IServiceCollection>? configure = null,
        Dictionary<string, string?>? settings = null
    ) =>
        new(
            database,
            database == Database.Sqlite ? await SqliteFiles.NewAsync() : await PostgresCluster.NewAsync(),
            configure,
            settings
        )
        {
            _removesDatabase = true,
        };

    /// <summary>A community over a database that the test made. The database stays until the run ends.</summary>
    public static Community Over(
        Database database,
        string connectionString,
        FakeTimeProvider? clock = null,
        IEnumerable<KeyValuePair<string, string>>? settings = null
    ) =>
        new(
            database,
            connectionString,
            null,
            settings?.ToDictionary(setting => setting.Key, setting => (string?)setting.Value, StringComparer.Ordinal),
            clock
        );

    /// <summary>Another node of the application over the same database, with a clock of its own.</summary>
    public Community OtherNode() => new(_database, _connectionString, null, null);

    /// <summary>Creates or migrates the database, as the application does when it starts.</summary>
    public Task PrepareDatabaseAsync() =>
        InScopeAsync(null, null, services => ConnectGateDatabase.MigrateAsync(services, Token));

    /// <summary>Inserts a member with their account.</summary>
    internal async Task<Person> InsertAsync(NewMember? member = null)
    {
        member ??= A.Member();
        var hasher = _services.GetRequiredService<IOptions<PasswordHasherOptions>>();
        return await InDatabaseAsync(async context =>
        {
            var email = $"{member.Handle}@example.org";
            var account = new Account
            {
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                EmailConfirmed = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
                Role = member.Role,
            };
            if (member.WaitsWith is { } application)
            {
                account.Wait(application, Clock.Now);
            }

            if (member.CanSignIn)
            {
                account.PasswordHash = new PasswordHasher<Account>(hasher).HashPassword(account, A.Password);
            }

            await using var transaction = await context.Database.BeginTransactionAsync(Token);
            context.Users.Add(account);
            await context.SaveChangesAsync(Token);
            var registered = Member.Register(
                account.Id,
                Handle.Of(member.Handle)!.Value,
                member.DisplayName,
                member.Digest,
                Clock.Now - member.JoinedAgo
            );
            registered.Publish(
                new ConnectionPolicy(
                    member.Policy,
                    member.PolicyText,
                    [.. member.Questions.Select((question, place) => new PolicyQuestion($"q{place + 1}", question))]
                )
            );
            context.Members.Add(registered);
            await context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
            return new Person(account.Id, registered.Handle, registered.DisplayName, email)
            {
                MayModerate = member.Role >= Role.Moderator,
                MayAdminister = member.Role >= Role.Administrator,
            };
        });
    }

    /// <summary>Two members; nothing else matters about the first.</summary>
    internal async Task<(Person One, Person Other)> InsertTwoAsync(NewMember? other = null) =>
        (await InsertAsync(), await InsertAsync(other));

    /// <summary>Three members about whom nothing else matters.</summary>
    public async Task<(Person One, Person Other, Person Third)> InsertThreeAsync() =>
        (await InsertAsync(), await InsertAsync(), await InsertAsync());

    /// <summary>Sends a command as that person, or as the server, through the whole pipeline.</summary>
    public Task<Outcome<T>> SendAsync<T>(Person? sender, ICommand<T> command, string? idempotencyKey = null) =>
        InScopeAsync(sender, idempotencyKey, services => services.GetRequiredService<IMediator>().Send(command, Token));

    /// <summary>Sends a command that must succeed; gives its value.</summary>
    public async Task<T> MustAsync<T>(Person? sender, ICommand<T> command)
    {
        var outcome = await SendAsync(sender, command);
        Assert.True(
            outcome.Succeeded,
            outcome.IsNotFound ? "not found" : string.Join(", ", outcome.Refusals.Select(refusal => refusal.Code))
        );
        return outcome.Value;
    }

    /// <summary>Sends a query as that person, or as the server.</summary>
    public Task<T> QueryAsync<T>(Person? viewer, IQuery<T> query) =>
        InScopeAsync(viewer, null, services => services.GetRequiredService<IMediator>().Send(query, Token));

    public Task<int> CountAsync<T>()
        where T : class => InDatabaseAsync(context => context.Set<T>().CountAsync(Token));

    /// <summary>The number of rows of each table, by its name.</summary>
    public Task<SortedDictionary<string, long>> CountEveryTableAsync() =>
        InDatabaseAsync(async context =>
        {
            var tables = context
                .Model.GetEntityTypes()
                .Select(type => type.GetTableName()!)
                .Distinct(StringComparer.Ordinal);
            var counts = string.Join(
                " UNION ALL ",
                tables.Select(table => $"SELECT '{table}' AS \"Table\", count(*) AS \"Rows\" FROM \"{table}\"")
            );
#pragma warning disable EF1002 // Only names of tables, from the model.
            var rows = await context.Database.SqlQueryRaw<RowCount>(counts).ToListAsync(Token);
#pragma warning restore EF1002
            return new SortedDictionary<string, long>(
                rows.ToDictionary(count => count.Table, count => count.Rows),
                StringComparer.Ordinal
            );
        });

    public void Advance(TimeSpan by) => Clock.Advance(by);

    /// <summary>Bypasses validation and gate. Only the database's own constraints hold.</summary>
    internal Task<T> InDatabaseAsync<T>(Func<ConnectGateContext, Task<T>> work) =>
        InScopeAsync(null, null, services => work(services.GetRequiredService<ConnectGateContext>()));

    /// <inheritdoc cref="InDatabaseAsync{T}"/>
    internal Task InDatabaseAsync(Func<ConnectGateContext, Task> work) =>
        InDatabaseAsync(async context =>
        {
            await work(context);
            return 0;
        });

    /// <summary>Runs in a scope of its own, as a request of that person does.</summary>
    public async Task<T> InScopeAsync<T>(Person? person, string? idempotencyKey, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingMember>();
        (acting.Person, acting.IdempotencyKey) = (person, idempotencyKey);
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_removesDatabase)
        {
            return;
        }

        if (_database == Database.Sqlite)
        {
            SqliteFiles.Remove(_connectionString);
        }
        else
        {
            await PostgresCluster.EmptyAsync(_connectionString);
        }
    }

    private sealed record RowCount(string Table, long Rows);

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
