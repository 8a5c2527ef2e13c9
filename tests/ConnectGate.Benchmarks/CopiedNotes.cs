using System.Diagnostics;
using System.Globalization;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.Gate;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>
/// Goal 9: measures the copied note rule for a sender of many notes, in a community with many known templates.
/// </summary>
internal static class CopiedNotes
{
    private const int Earlier = 1_000,
        Templates = 100_000,
        Times = 2_000,
        WarmUp = 500;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-benchmarks-");
        var connection = $"Data Source={Path.Combine(folder.FullName, "connectgate.db")}";
        var services = new ServiceCollection().AddLogging();
        services.AddConnectGate(connection, new ConfigurationBuilder().Build());
        services.AddScoped<ICurrentMember, FirstMember>();
        await using (var provider = services.BuildServiceProvider())
        {
            await ConnectGateDatabase.MigrateAsync(provider, CancellationToken.None);
            await FillAsync(provider, connection);
            await MeasureAsync(provider);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(ServiceProvider provider)
    {
        foreach (
            var (what, note) in new (string, Func<int, string>)[]
            {
                ("a note of their own", number => Notes.Own(Earlier + number)),
                ("a copy", number => Notes.Own(number % Earlier)),
                ("a template", Notes.Template),
                ("a note of turns of phrase that many templates have", number => Notes.Template(Templates + number)),
            }
        )
        {
            await using var scope = provider.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
            await using var transaction = await context.Database.BeginTransactionAsync(); // as within a command
            var members = await context
                .Members.AsNoTracking()
                .Where(member => member.Id <= 2)
                .OrderBy(member => member.Id)
                .ToListAsync();
            var rule = scope.ServiceProvider.GetServices<IGateRule>().OfType<CopiedNoteRule>().Single();
            var (each, refused, processor) = (new List<double>(), 0, TimeSpan.Zero);
            for (var time = -WarmUp; time < Times; time++)
            {
                var attempt = Attempt.ToSend(
                    new Letter(note(time + WarmUp), Reason.Other, "For the benchmark", null),
                    members[0],
                    members[1],
                    DateTime.UtcNow
                );
                processor = time == 0 ? Environment.CpuUsage.TotalTime : processor;
                var watch = Stopwatch.StartNew();
                var findings = await rule.JudgeAsync(attempt, CancellationToken.None);
                if (time >= 0)
                {
                    each.Add(watch.Elapsed.TotalMilliseconds);
                    refused += findings.Count;
                }
            }

            processor = Environment.CpuUsage.TotalTime - processor;
            each.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"copied note check, {Earlier:N0} earlier notes, {Templates:N0} templates, {what}: median "
                        + $"{each[each.Count / 2]:0.000} ms, p99 {each[(int)(each.Count * 0.99)]:0.000} ms, "
                        + $"processor {processor.TotalMilliseconds / Times:0.000} ms each, refused {refused} of "
                        + $"{Times} (goal 9: 1 ms, aim 0.2 ms)"
                )
            );
        }
    }

    private static async Task FillAsync(ServiceProvider provider, string connection)
    {
        await using (var scope = provider.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
            for (var number = FirstMember.Key; number <= Earlier + 2; number++)
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
                        DateTime.UtcNow.AddDays(-300)
                    )
                );
            }

            await context.SaveChangesAsync();
            var members = await context.Members.AsNoTracking().OrderBy(member => member.Id).ToListAsync();
            for (var number = 0; number < Earlier; number++)
            {
                var sentAt = DateTime.UtcNow.AddDays(-1 - (number % 170));
                var letter = AdmittedLetter.Of(
                    Attempt.ToSend(
                        new Letter(Notes.Own(number), Reason.Other, "For the benchmark", null),
                        members[0],
                        members[number + 2],
                        sentAt
                    )
                );
                var request = ConnectionRequest.Send(letter, new GateOptions(), sentAt);
                context.AddRange(request, SentNote.Of(request, letter.Print));
            }

            await context.SaveChangesAsync();
        }

        await using var raw = new SqliteConnection(connection);
        await raw.OpenAsync();
        await using var transaction = await raw.BeginTransactionAsync();
        var found = new Dictionary<long, int>();
        for (var number = 0; number < Templates; number++)
        {
            var text = Notes.Template(number);
            var print = NoteTemplate.PrintOf(text);
            await InsertAsync(
                raw,
                "INSERT INTO \"NoteTemplates\" (\"Id\", \"Text\", \"AddedAt\", \"Pairs\") "
                    + "VALUES ($a, $b, '2026-01-01 00:00:00', $c)",
                number + 1L,
                text,
                print.ToBytes()
            );
            foreach (
                var key in KnownTemplates.Choose(print, run =>
                    found.GetValueOrDefault(run) >= KnownTemplates.MostByOneKey
                )
            )
            {
                found[key] = found.GetValueOrDefault(key) + 1;
                await InsertAsync(
                    raw,
                    """INSERT INTO "NoteTemplateKeys" ("Key", "TemplateId") VALUES ($a, $b)""",
                    key,
                    number + 1L,
                    null
                );
            }
        }

        await transaction.CommitAsync();
    }

    private static async Task InsertAsync(SqliteConnection raw, string sql, object a, object b, object? c)
    {
        await using var command = raw.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$a", a);
        command.Parameters.AddWithValue("$b", b);
        if (c is not null)
        {
            command.Parameters.AddWithValue("$c", c);
        }

        await command.ExecuteNonQueryAsync();
    }
}
