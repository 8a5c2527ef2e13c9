using System.Diagnostics;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Portability;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>Measures time and memory for the export of a member with many messages (goals: 20 s, 64 MB).</summary>
internal static class Exports
{
    private const int Others = 50,
        Batch = 5_000;

    public static async Task RunAsync(int messages)
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
        var services = new ServiceCollection().AddLogging();
        services.AddConnectGate(
            $"Data Source={Path.Combine(folder.FullName, "connectgate.db")}",
            new ConfigurationBuilder().Build()
        );
        services.AddScoped<ICurrentMember, FirstMember>();
        await using (var provider = services.BuildServiceProvider())
        {
            await ConnectGateDatabase.MigrateAsync(provider, CancellationToken.None);
            await FirstMember.RegisterAsync(provider);
            await WriteAsync(provider, messages);
            await ExportAsync(provider, messages);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    // The loop of the worker.
    private static async Task ExportAsync(ServiceProvider provider, int messages)
    {
        await using var storing = provider.CreateAsyncScope();
        await using var reading = provider.CreateAsyncScope();
        var mediator = storing.ServiceProvider.GetRequiredService<IMediator>();
        await mediator.Send(new BeginExport.Command());
        using var memory = new Peak();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var claimed = (await mediator.Send(new ClaimExport.Command())).Value.Claimed!;
        var pieces = await reading
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new PackExport.Query(claimed.MemberId));
        await foreach (var piece in pieces)
        {
            await mediator.Send(new KeepPiece.Command(claimed, piece));
        }

        var export = await mediator.Send(new ViewExport.Query());
        Console.WriteLine(
            $"export of {messages:N0} messages ({export.Size / 1024.0 / 1024:0.0} MB): "
                + $"{watch.Elapsed.TotalSeconds:0.0} s, processor "
                + $"{(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s (goal 20), "
                + $"memory +{memory.Megabytes:0.0} MB (goal 64)"
        );
    }

    private static async Task WriteAsync(ServiceProvider provider, int messages)
    {
        var now = DateTime.UtcNow;
        await using (var scope = provider.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
            for (var other = 2; other <= Others + 1; other++)
            {
                var name = $"other-{other}";
                context.Users.Add(
                    new Account
                    {
                        Id = other,
                        UserName = name,
                        NormalizedUserName = name,
                        Email = name,
                    }
                );
                context.Members.Add(Member.Register(other, Handle.Of(name)!.Value, name, DigestFrequency.Never, now));
                context.Conversations.Add(Conversation.Between(FirstMember.Key, other));
            }

            await context.SaveChangesAsync();
        }

        for (var written = 0; written < messages; written += Batch)
        {
            await using var scope = provider.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
            var conversations = context.Conversations.ToList();
            context.Messages.AddRange(
                Enumerable
                    .Range(written, Batch)
                    .Select(number => new Message
                    {
                        Conversation = conversations[number % Others],
                        AuthorId = number % 2 == 0 ? FirstMember.Key : 2 + (number % Others),
                        Kind = MessageKind.Written,
                        Text = $"High water at {number % 24}. {new string((char)('a' + (number % 26)), number % 400)}",
                        WrittenAt = now,
                        VisibleFrom = now,
                    })
            );
            await context.SaveChangesAsync();
        }
    }
}
