using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using ConnectGate.Foundation.Data;
using ConnectGate.Foundation.Pipeline;
using ConnectGate.Ties.AddressBook;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Benchmarks;

/// <summary>
/// Measures time, processor and memory for an import of 30,000 people and for files built to be expensive (security.md:
/// 64 MB, 2 s).
/// </summary>
internal static class AddressBooks
{
    private static readonly string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    public static async Task RunAsync()
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
            foreach (var (what, file) in Files())
            {
                await ReadAsync(provider, what, file);
            }

            foreach (var round in (string[])["first", "again, unchanged"])
            {
                await ImportAsync(provider, round, Export(AddressBookEntry.Most));
            }

            await RemoveAsync(provider);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static IEnumerable<(string What, byte[] File)> Files()
    {
        const int megabyte = 1024 * 1024,
            most = ReadAddressFile.LargestFile;
        yield return ("(warm up)", Export(1_000));
        yield return ("30,000 connections", Export(AddressBookEntry.Most));
        yield return ("the same, zipped", Zip(Export(AddressBookEntry.Most)));
        yield return ("30,000 vCards with a photograph's worth of base64", Cards(AddressBookEntry.Most, 400));
        yield return ("20 MB of rows of commas", Repeated(Header, ",,,,,,08 Feb 2021\n", most));
        yield return (
            "20 MB of rows with long fields",
            Repeated(
                Header,
                $"{new string('é', 7_000)},{new string('x', 15_000)},,,{new string('"', 7_000)},,08 Feb 2021\n",
                most
            )
        );
        yield return ("20 MB of bad rows of 60,000 fields", Repeated(Header, new string(',', 60_000) + "x\n", most));
        yield return ("20 MB of one line", Repeated(Header, "x,", most));
        yield return ("20 MB of the shortest lines of cards", Repeated("BEGIN:VCARD\n", "a:b\n", most));
        yield return ("20 MB of folded line", Repeated("BEGIN:VCARD\nNOTE:", "\n x", most));
        yield return ("a zip that would expand to 500 MB", Zip(new byte[500 * megabyte]));
    }

    private static async Task ReadAsync(ServiceProvider provider, string what, byte[] file)
    {
        using var memory = new Peak();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await using var scope = provider.CreateAsyncScope();
        var read = await scope
            .ServiceProvider.GetRequiredService<IMediator>()
            .Send(new ReadAddressFile.Query(new MemoryStream(file)));
        processor = Environment.CpuUsage.TotalTime - processor;
        Say(
            $"read {what} ({file.Length / 1024.0 / 1024:0.0} MB): {watch.Elapsed.TotalMilliseconds:0} ms, "
                + $"processor {processor.TotalMilliseconds:0} ms (goal 2,000), memory +{memory.Megabytes:0.0} MB "
                + $"(goal 64), {read.Refusal?.Code ?? "read"}, {read.Gathered.Contacts.Count:N0} people"
        );
    }

    private static async Task ImportAsync(ServiceProvider provider, string round, byte[] file)
    {
        using var memory = new Peak();
        var watch = Stopwatch.StartNew();
        ReadAddressFile.View read;
        await using (var scope = provider.CreateAsyncScope())
        {
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            read = await mediator.Send(new ReadAddressFile.Query(new MemoryStream(file)));
            var begun = Stopwatch.StartNew();
            await mediator.Send(new BeginImport.Command(read));
            Say($"begin {round}: {begun.Elapsed.TotalMilliseconds:0} ms");
        }

        var slices = new List<double>();
        for (var any = true; any; )
        {
            await using var scope = provider.CreateAsyncScope();
            var slice = Stopwatch.StartNew();
            any = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveSlice.Command())).Value.Any;
            slices.Add(slice.Elapsed.TotalMilliseconds);
        }

        slices.Sort();
        Say(
            $"import {round}: {watch.Elapsed.TotalSeconds:0.0} s in all, {slices.Count - 1} slices, each "
                + $"median {slices[slices.Count / 2]:0} ms, longest {slices[^1]:0} ms, memory "
                + $"+{memory.Megabytes:0.0} MB"
        );
    }

    private static async Task RemoveAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RemoveAddressBook.Command());
        Say($"remove 30,000: {watch.Elapsed.TotalMilliseconds:0} ms");
    }

    private static byte[] Export(int count) =>
        Encoding.UTF8.GetBytes(
            Header
                + string.Concat(
                    Enumerable
                        .Range(0, count)
                        .Select(number =>
                            $"Given{number % 997},\"Family{number}, PhD\","
                            + $"https://www.linkedin.com/in/given-family-{number},"
                            + $"{(number % 20 == 0 ? $"p{number}@example.org" : "")},Company {number % 1_500} "
                            + $"Ltd,Head of department {number % 300},08 Feb 2021\n"
                        )
                )
        );

    private static byte[] Cards(int count, int photo) =>
        Encoding.UTF8.GetBytes(
            string.Concat(
                Enumerable
                    .Range(0, count)
                    .Select(number =>
                        $"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Given Family{number}\r\n"
                        + $"item1.EMAIL;TYPE=work:p{number}@example.org\r\nORG:Company {number % 1_500}\r\n"
                        + $"PHOTO;ENCODING=b:{new string('A', photo)}\r\nEND:VCARD\r\n"
                    )
            )
        );

    private static byte[] Repeated(string head, string piece, int length)
    {
        var text = new StringBuilder(head);
        while (text.Length < length - piece.Length)
        {
            text.Append(piece);
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        return bytes.Length <= length ? bytes : bytes[..length];
    }

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("Basic/Connections.csv").Open())
        {
            entry.Write(content);
        }

        return zipped.ToArray();
    }

    private static void Say(string line) => Console.WriteLine(line);
}
