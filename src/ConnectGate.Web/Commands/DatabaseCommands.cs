using ConnectGate.Foundation.Data;
using ConnectGate.Web.Hosting;

namespace ConnectGate.Web.Commands;

internal static class DatabaseCommands
{
    public static readonly Command Migrate = new(
        "migrate",
        "Brings the database to this version, as every start does.",
        async (app, _, _) =>
        {
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
}
