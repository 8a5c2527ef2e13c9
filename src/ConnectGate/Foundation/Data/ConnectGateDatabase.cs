using System.Data.Common;
using ConnectGate.Foundation.Audit;
using ConnectGate.Foundation.Pipeline.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Foundation.Data;

/// <summary>The operator's access to the database: prepare it at start, back it up, check it.</summary>
public static class ConnectGateDatabase
{
    /// <summary>
    /// Brings the database to this version. It copies the database before pending migrations change it, migrates,
    /// recreates the audit log's triggers, refreshes stored values, and checks the settings without which rows are
    /// lost. Several nodes may do it at once.
    /// </summary>
    /// <exception cref="DatabaseUnusableException">The database cannot be opened, migrated or written.</exception>
    public static async Task<Migrated> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var writers = scope.ServiceProvider.GetRequiredService<WriterQueue>();
        try
        {
            using var turn = await writers.WaitAsync(cancellationToken);
            using var alone = await context.Dialect.PrepareAsync(context, cancellationToken);
            var pending = await PendingAsync(context, cancellationToken);
            string? copy = null;
            if (pending.Count > 0)
            {
                copy = await context.Dialect.BackUpAsync(context, file: null, cancellationToken);
                await context.Database.MigrateAsync(cancellationToken);
            }

            await ProtectAuditAsync(context, cancellationToken);
            await Refreshes.RunAsync(
                context,
                scope.ServiceProvider.GetServices<IRefresh>(),
                scope.ServiceProvider.GetRequiredService<TimeProvider>(),
                cancellationToken
            );
            await context.Dialect.CheckSettingsAsync(context, cancellationToken);
            return new Migrated(pending, copy);
        }
        catch (Exception unusable) when (IsOfTheDatabase(unusable))
        {
            throw new DatabaseUnusableException(unusable.GetBaseException().Message.ReplaceLineEndings(" "), unusable);
        }
    }

    /// <summary>Writes a consistent copy of a database in use. A copy that fails leaves no file behind.</summary>
    /// <param name="file">The target path; it must not exist.</param>
    /// <returns>False where there was nothing to copy, and on PostgreSQL, where pg_dump makes copies.</returns>
    /// <exception cref="DatabaseUnusableException">The database cannot be read, or the copy cannot be
    /// written.</exception>
    public static async Task<bool> BackUpAsync(
        IServiceProvider services,
        string file,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        try
        {
            return context.Dialect.Exists(context)
                && await context.Dialect.BackUpAsync(context, file, cancellationToken) is not null;
        }
        catch (Exception unusable) when (IsOfTheDatabase(unusable))
        {
            throw new DatabaseUnusableException(
                $"The copy {file} was not written. {unusable.GetBaseException().Message.ReplaceLineEndings(" ")}",
                unusable
            );
        }
    }

    /// <summary>Whether there is a database. Makes none. True where only the server could say.</summary>
    public static bool Exists(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        return context.Dialect.Exists(context);
    }

    /// <summary>
    /// Whether the exception means that the database cannot be reached or written at the moment. Nothing was half done.
    /// </summary>
    public static bool IsUnavailable(IServiceProvider services, Exception exception) =>
        exception is WriterBusyException || services.GetRequiredService<Dialect>().IsUnavailable(exception);

    /// <summary>Reaches and writes the database, in its turn. Throws the provider's exception on failure.</summary>
    public static async Task TryAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterQueue>().WaitAsync(cancellationToken);
        await context.Dialect.TryWritingAsync(context, cancellationToken);
    }

    /// <summary>
    /// Runs a script's commands in one transaction: all of them take effect or none, even if the process dies or the
    /// script is cancelled. For the server only; nobody else writes until it ends.
    /// </summary>
    /// <param name="scope">The services of the one scope in which the script sends its commands.</param>
    public static async Task AllOrNoneAsync(
        IServiceProvider scope,
        Func<Task> script,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(script);
        using var turn = await scope.GetRequiredService<WriterQueue>().WaitAsync(cancellationToken);
        await using var transaction = await scope
            .GetRequiredService<ConnectGateContext>()
            .Database.BeginTransactionAsync(cancellationToken);
        await script();
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Call this after each command of <see cref="AllOrNoneAsync"/>. It makes the last writes of the command. The next
    /// command then reads everything again, as if it had its own scope.
    /// </summary>
    public static async Task EndCommandAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await scope.GetRequiredService<LastWrites>().RunAsync(cancellationToken);
        scope.GetRequiredService<ConnectGateContext>().ChangeTracker.Clear();
    }

    // An older version would read and write tables that it does not know, so it refuses a newer database.
    private static async Task<List<string>> PendingAsync(
        ConnectGateContext context,
        CancellationToken cancellationToken
    )
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        return applied.Except(known, StringComparer.Ordinal).LastOrDefault() is { } unknown
            ? throw new DatabaseUnusableException(
                $"A newer version of ConnectGate has migrated the database (to {unknown}). Start that version, or "
                    + "restore a copy from before."
            )
            : [.. known.Except(applied, StringComparer.Ordinal)];
    }

    internal static bool IsOfTheDatabase(Exception? exception) =>
        exception is not null
        && (
            exception is DbException or IOException or UnauthorizedAccessException
            || IsOfTheDatabase(exception.InnerException)
        );

    // Runs at every start, because an earlier start may have stopped between a migration and this step.
    private static async Task ProtectAuditAsync(ConnectGateContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var sql in context.Dialect.AppendOnly(AuditMapping.Table))
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>The result of <see cref="ConnectGateDatabase.MigrateAsync"/>.</summary>
/// <param name="Migrations">The applied migrations, in order; empty where the database was up to date.</param>
/// <param name="Copy">
/// The path of the copy made before the migrations; null where there was nothing to copy, or where the database's own
/// tools make copies.
/// </param>
public sealed record Migrated(IReadOnlyList<string> Migrations, string? Copy);

/// <summary>The database cannot be opened, migrated or written.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <summary>The message says why, in one line.</summary>
    public DatabaseUnusableException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <inheritdoc cref="DatabaseUnusableException(string, Exception)"/>
    public DatabaseUnusableException(string message)
        : base(message) { }

    /// <summary>Without a message; prefer the others.</summary>
    public DatabaseUnusableException() { }
}
