using ConnectGate.Benchmarks;

// dotnet run -c Release --project tests/ConnectGate.Benchmarks [seconds a round]
// dotnet run -c Release --project tests/ConnectGate.Benchmarks copied
// dotnet run -c Release --project tests/ConnectGate.Benchmarks reading
// dotnet run -c Release --project tests/ConnectGate.Benchmarks sign-in
// Absolute figures drift with the machine; the ratios are taken round by round, in one run.
if (args is ["copied"])
{
    await CopiedNotes.RunAsync();
    return;
}

if (args is ["sign-in"])
{
    await SignInTimes.RunAsync();
    return;
}

if (args is ["reading"])
{
    Reading.Run();
    return;
}

var length = TimeSpan.FromSeconds(args is [var seconds] ? double.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 5);
await using var community = await BusyCommunity.NewAsync(senders: 400, recipients: 4_000);
await Rounds.RunAsync(community, length);
