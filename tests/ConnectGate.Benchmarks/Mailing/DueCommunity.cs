using ConnectGate.Desk.Notifications;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.Gate;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using ConnectGate.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks.Mailing;

/// <summary>
/// A community whose members all chose the same hour, which has come. Each has three pieces of news: a letter, a
/// message and a connection, each from another member.
/// </summary>
internal sealed class DueCommunity : IAsyncDisposable
{
    private const int AtOnce = 1_000;

    private static readonly DateTime Yesterday = DateTime.UtcNow.Date.AddDays(-1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
    private readonly ServiceProvider _services;

    private DueCommunity(string? postgres)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddConnectGate(
            postgres ?? $"Data Source={Path.Combine(_folder.FullName, "connectgate.db")}",
            new ConfigurationBuilder().Build()
        );
        if (postgres is not null)
        {
            services.AddConnectGatePostgres();
        }

        services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        services.AddScoped<ICurrentMember, FirstMember>();
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    /// <param name="members">More than three.</param>
    /// <param name="postgres">The connection string of an empty database; null for a SQLite file.</param>
    public static async Task<DueCommunity> NewAsync(int members, string? postgres)
    {
        var community = new DueCommunity(postgres);
        await ConnectGateDatabase.MigrateAsync(community._services, CancellationToken.None);
        foreach (var some in Enumerable.Range(1, members).Chunk(AtOnce))
        {
            await community.SaveAsync(some.SelectMany(number => (object[])[AccountOf(number), MemberOf(number)]));
        }

        foreach (var some in Enumerable.Range(1, members).Chunk(AtOnce))
        {
            await community.SaveAsync(some.SelectMany(number => NewsOf(number, members)));
        }

        return community;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private async Task SaveAsync(IEnumerable<object> rows)
    {
        await using var scope = _services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    private static Account AccountOf(int number) =>
        new()
        {
            Id = number,
            UserName = $"member-{number}",
            NormalizedUserName = $"MEMBER-{number}",
            Email = $"member-{number}@example.org",
            NormalizedEmail = $"MEMBER-{number}@EXAMPLE.ORG",
            EmailConfirmed = true,
        };

    private static Member MemberOf(int number) =>
        Member.Register(
            number,
            Handle.Of($"member-{number}")!.Value,
            $"Member {number}",
            DigestFrequency.Daily,
            Yesterday
        );

    // The members are a ring: news comes from the three before.
    private static IEnumerable<object> NewsOf(int number, int members)
    {
        var letter = AdmittedLetter.Of(
            Attempt.ToSend(
                new Letter(Notes.Own(number), Reason.Other, "For the benchmark", null),
                MemberOf(Before(1)),
                MemberOf(number),
                Yesterday
            )
        );
        var request = ConnectionRequest.Send(letter, new GateOptions(), Yesterday);
        return
        [
            request,
            Told(NotificationKind.LetterArrived, request.PublicId, Before(1)),
            Told(NotificationKind.MessageArrived, PublicId.Next(), Before(2)),
            Told(NotificationKind.Connected, PublicId.Next(), Before(3)),
        ];

        int Before(int by) => ((number - 1 - by + members) % members) + 1;

        Notification Told(NotificationKind kind, string subject, int by) =>
            new()
            {
                MemberId = number,
                Kind = kind,
                Subject = subject,
                ActorId = by,
                VisibleFrom = request.DeliverAt,
            };
    }
}
