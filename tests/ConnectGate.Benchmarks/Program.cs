using System.Globalization;
using ConnectGate.Benchmarks;
using ConnectGate.Benchmarks.Mailing;
using ConnectGate.Benchmarks.Site;

// Usage: dotnet run -c Release --project tests/ConnectGate.Benchmarks -- BENCHMARK, with one of the names below.
// Absolute figures vary with the load of the machine. Compare the ratios of rounds within one run instead.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case [] or ["sends"]:
        await RoundsAsync(TimeSpan.FromSeconds(5));
        break;
    case ["sends", var secondsARound]:
        await RoundsAsync(TimeSpan.FromSeconds(double.Parse(secondsARound, CultureInfo.InvariantCulture)));
        break;
    case ["copied"]:
        await CopiedNotes.RunAsync();
        break;
    case ["reading"]:
        Reading.Run();
        break;
    case ["mutual"]:
        await MutualLinks.RunAsync(20_000_000);
        break;
    case ["mutual", var connections]:
        await MutualLinks.RunAsync(long.Parse(connections, CultureInfo.InvariantCulture));
        break;
    case ["address-book"]:
        await AddressBooks.RunAsync();
        break;
    case ["export"]:
        await Exports.RunAsync(100_000);
        break;
    case ["sign-in"]:
        await SignInTimes.RunAsync();
        break;
    case ["digests"]:
        await Digests.RunAsync(100_000, null);
        break;
    case ["digests", var members]:
        await Digests.RunAsync(int.Parse(members, CultureInfo.InvariantCulture), null);
        break;
    case ["digests", var members, var postgres]:
        await Digests.RunAsync(int.Parse(members, CultureInfo.InvariantCulture), postgres);
        break;
    case ["site", var folder, var size, .. var rest] when Scale.Of(size) is { } scale:
        await SiteRounds.RunAsync(
            Path.Combine(folder, "site"),
            folder,
            scale,
            TimeSpan.FromSeconds(rest is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 5)
        );
        break;
    default:
        await Console.Error.WriteLineAsync(
            "sends [seconds a round], copied, reading, mutual [connections], address-book, export, sign-in, "
                + "site FOLDER S|M|L [seconds a round] (by bench/run), "
                + "digests [members [connection string of an empty PostgreSQL database]]"
        );
        Environment.ExitCode = 2;
        break;
}

static async Task RoundsAsync(TimeSpan length)
{
    await using var community = await BusyCommunity.NewAsync(senders: 400, recipients: 4_000);
    await Rounds.RunAsync(community, length);
}
