using ConnectGate.Desk.Inbox;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.Gate;
using ConnectGate.Letters.Asking;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>
/// A community on a SQLite file. Its members write to each other without a pause, once for each pair.
/// </summary>
internal sealed class BusyCommunity : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
    private readonly ServiceProvider _services;
    private readonly SqliteConnection _raw;
    private readonly int _senders,
        _recipients;
    private long _next,
        _sent;

    private BusyCommunity(int senders, int recipients)
    {
        (_senders, _recipients) = (senders, recipients);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddConnectGate(
            $"Data Source={Path.Combine(_folder.FullName, "connectgate.db")}",
            // The limits are higher and delivery is immediate, so that the benchmark does not exhaust an allowance or
            // wait. The work for each letter stays the same.
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["Gate:UnderWay"] = "1000",
                        ["Gate:PerDay"] = "1000",
                        ["Gate:PerDayWhenNew"] = "1000",
                        ["Gate:SendAttempts"] = "10000",
                        ["Gate:DeliveredAfter"] = "00:00:00",
                    }
                )
                .Build()
        );
        services.AddScoped<Acting>();
        services.AddScoped<ICurrentMember>(provider => provider.GetRequiredService<Acting>());
        _services = services.BuildServiceProvider();
        _raw = new SqliteConnection($"Data Source={Path.Combine(_folder.FullName, "raw.db")}");
    }

    public static async Task<BusyCommunity> NewAsync(int senders, int recipients)
    {
        var community = new BusyCommunity(senders, recipients);
        await using var scope = community._services.CreateAsyncScope();
        await ConnectGateDatabase.MigrateAsync(community._services, CancellationToken.None);
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        for (var number = 1; number <= senders + recipients; number++)
        {
            var handle = $"member-{number}";
            context.Users.Add(
                new Account
                {
                    Id = number,
                    UserName = handle,
                    NormalizedUserName = handle,
                    Email = handle,
                    NormalizedEmail = handle,
                    EmailConfirmed = true,
                }
            );
            context.Members.Add(
                Member.Register(
                    number,
                    Handle.Of(handle)!.Value,
                    $"Member {number}",
                    DigestFrequency.Never,
                    DateTime.UtcNow.AddDays(-30)
                )
            );
        }

        await context.SaveChangesAsync();

        await community._raw.OpenAsync();
        await using var command = community._raw.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE Row (Id INTEGER PRIMARY KEY, "
            + "Text TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync();
        return community;
    }

    /// <summary>Measures the disk: one row in one durable commit.</summary>
    public async Task CommitOneRowAsync()
    {
        await using var command = _raw.CreateCommand();
        command.CommandText =
            "INSERT INTO Row (Text) VALUES ('We met at the harbour walk in March and talked about tide tables.')";
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sends one letter through the whole gate.</summary>
    public async Task SendOneAsync()
    {
        var number = Interlocked.Increment(ref _next) - 1;
        var sender = number % _senders + 1;
        var recipient = (number / _senders + sender * 7) % _recipients + _senders + 1;
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Id = sender;
        var letter = new Letter(Notes.Own(number), Reason.MetInPerson, "The harbour walk in March", null);
        var outcome = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new SendRequest.Command($"member-{recipient}", letter));
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(
                $"A letter was refused: {string.Join(", ", outcome.Refusals.Select(refusal => refusal.Code))}"
            );
        }

        Interlocked.Increment(ref _sent);
    }

    /// <summary>Reads the first page of a random recipient's inbox.</summary>
    public async Task ReadInboxAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Id = _senders + 1 + Random.Shared.Next(_recipients);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReviewInbox.Query());
    }

    /// <summary>Compares the number of stored rows with the number of successful sends.</summary>
    public async Task<string> CheckAsync()
    {
        await using var scope = _services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ConnectGateContext>().Requests.LongCountAsync();
        return $"{_sent:N0} letters acknowledged, {rows:N0} rows" + (rows == _sent ? "" : ": THEY DIFFER");
    }

    public async ValueTask DisposeAsync()
    {
        await _raw.DisposeAsync();
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class Acting : ICurrentMember
    {
        public bool IsSignedIn => true;
        public long Id { get; set; }
        public bool MayModerate => false;
        public bool MayAdminister => false;
        public bool IsServer => false;
        public string? IdempotencyKey => null;
    }
}
