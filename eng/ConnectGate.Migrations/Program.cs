using ConnectGate.Foundation.Data;
using ConnectGate.Migrations;
using ConnectGate.Postgres;

// Run from its build output, wherever the command was given.
var repository = AppContext.BaseDirectory[..AppContext.BaseDirectory.IndexOf("/eng/", StringComparison.Ordinal)];
var now = TimeProvider.System.GetUtcNow();
Scaffold[] both =
[
    new(new Sqlite(), "Data Source=:memory:", Path.Combine(repository, "src/ConnectGate"), "Data.Migrations", now),
    new(new Postgres(), "Host=nowhere", Path.Combine(repository, "src/ConnectGate.Postgres"), "Migrations", now),
];

switch (args)
{
    case ["add", var name]:
        foreach (var scaffold in both)
        {
            scaffold.Add(name);
        }

        return 0;

    default:
        await Console.Error.WriteLineAsync("Usage: add NAME");
        return 2;
}
