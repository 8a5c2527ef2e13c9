using ConnectGate.Foundation.Data;
using ConnectGate.Postgres.Moving;
using ConnectGate.Web.Hosting;

namespace ConnectGate.Web.Commands;

internal static class DatabaseCommands
{
    // The configuration reads what begins with two dashes, so that this is one of its settings.
    private const string Target = "to";

    public static readonly Command Migrate = new(
        "migrate",
        "[--to CONNECTION]  Brings the database to this version, as every start does. Or moves it to PostgreSQL.",
        async (app, _, cancellationToken) =>
        {
            if (app.Configuration[Target] is { } target)
            {
                return await MoveAsync(app, target, cancellationToken);
            }

            var done = await app.MigrateAsync();
            Console.WriteLine(
                done.Migrations.Count == 0
                    ? "The database already has this version."
                    : $"Applied: {string.Join(", ", done.Migrations)}."
            );
            if (done.Copy is { } copy)
            {
                Console.WriteLine($"A copy from before the migration: {copy}");
            }

            return 0;
        }
    );

    public static readonly Command BackUp = new(
        "backup",
        "FILE  Writes a consistent copy of a SQLite database, even while it is in use.",
        async (app, words, cancellationToken) =>
        {
            if (words is not [var file])
            {
                return await Command.RefuseAsync("Say which file to write: backup FILE");
            }

            if (app.Services.GetRequiredService<DatabaseSettings>().IsPostgres)
            {
                return await Command.RefuseAsync("PostgreSQL is backed up with pg_dump; see docs/running.md.");
            }

            file = Path.GetFullPath(file);
            if (File.Exists(file))
            {
                return await Command.RefuseAsync($"{file} exists already; name another file.");
            }

            if (!await ConnectGateDatabase.BackUpAsync(app.Services, file, cancellationToken))
            {
                return await Command.RefuseAsync("There is no database yet to copy.");
            }

            Console.WriteLine($"Copied to {file}");
            return 0;
        }
    );

    private static async Task<int> MoveAsync(WebApplication app, string target, CancellationToken cancellationToken)
    {
        DatabaseSettings.CheckPostgres($"--{Target}", target);
        if (app.Services.GetRequiredService<DatabaseSettings>().IsPostgres)
        {
            return await Command.RefuseAsync("This community is on PostgreSQL already.");
        }

        if (!ConnectGateDatabase.Exists(app.Services))
        {
            return await Command.RefuseAsync("There is no database yet to move.");
        }

        await app.MigrateAsync();
        await MoveToPostgres.RunAsync(app.Services, target, Console.WriteLine, cancellationToken);
        return 0;
    }
}
