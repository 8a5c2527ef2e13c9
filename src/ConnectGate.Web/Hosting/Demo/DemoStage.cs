using ConnectGate.Foundation.Data;
using ConnectGate.People.Accounts.Admissions;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>
/// Runs the domain over the application's database, with a clock and an acting member that the script sets. The script
/// sends the same commands as everything else, so the gate checks them too.
/// </summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;
    private readonly Clock _clock = new();

    public DemoStage(DatabaseSettings database)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddConnectGate(
            database.ConnectionString,
            new ConfigurationBuilder().AddInMemoryCollection([new("Admission:By", "Open")]).Build()
        );
        if (database.IsPostgres)
        {
            services.AddConnectGatePostgres();
        }

        // The password is public, so slow hashing would only cost time.
#pragma warning disable S5344
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
#pragma warning restore S5344

        // Nobody receives the demo's email, so its links need not outlive the script.
        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddScoped<Actor>();
        services.AddScoped<ICurrentMember>(provider => provider.GetRequiredService<Actor>());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        _scope = _services.CreateAsyncScope();
    }

    public DateTimeOffset Now
    {
        get => _clock.Now;
        set => _clock.Now = value;
    }

    /// <summary>Plays all or nothing: an interrupted play leaves the database empty.</summary>
    public Task AllOrNoneAsync(Func<Task> play, CancellationToken cancellationToken) =>
        ConnectGateDatabase.AllOrNoneAsync(_scope.ServiceProvider, play, cancellationToken);

    /// <summary>Sends a command that must succeed.</summary>
    public async Task<T> DoAsync<T>(long? actor, ICommand<T> command, bool asModerator = false)
    {
        var outcome = await As(actor, asModerator).Send(command);
        await ConnectGateDatabase.EndCommandAsync(_scope.ServiceProvider, CancellationToken.None);
        var refusals = string.Join(
            ", ",
            outcome.Refusals.Concat(outcome.Advice).Select(refusal => $"{refusal.Code} {refusal.Field}")
        );
        return outcome.Succeeded
            ? outcome.Value
            : throw new InvalidOperationException(
                $"The demo's {command.GetType().FullName} at {Now:s} was refused: {refusals}"
            );
    }

    /// <summary>Somebody enters their password again; gives the proof.</summary>
    public async Task<string?> ProveAsync(long actor, string password)
    {
        var answer = await As(actor, false).Send(new ReenterPassword.Try(password));
        await ConnectGateDatabase.EndCommandAsync(_scope.ServiceProvider, CancellationToken.None);
        return answer.Proof;
    }

    /// <summary>Somebody looks something up.</summary>
    public Task<T> AskAsync<T>(long? actor, IQuery<T> query, bool asModerator = false) =>
        As(actor, asModerator).Send(query);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }

    private IMediator As(long? actor, bool asModerator)
    {
        _scope.ServiceProvider.GetRequiredService<Actor>().Is(actor, asModerator);
        return _scope.ServiceProvider.GetRequiredService<IMediator>();
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Actor : ICurrentMember
    {
        private long? _id;

        public bool IsSignedIn => _id is not null;

        public long Id => _id ?? throw new InvalidOperationException("Nobody is signed in.");

        public bool MayModerate { get; private set; }

        public bool MayAdminister => false;

        public bool IsServer => !IsSignedIn;

        public string? IdempotencyKey => null;

        public void Is(long? id, bool moderates) => (_id, MayModerate) = (id, moderates);
    }
}
