using System.Data.Common;
using ConnectGate.Care.Moderation;
using ConnectGate.Foundation.Pipeline.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Foundation.Data;

/// <summary>The database as whoever runs this place sees it: made ready at start, backed up, asked how it is.</summary>
public static class ConnectGateDatabase
{
    /// <summary>
    /// Brings the database to this version: keeps a copy before anything pending changes it, migrates, makes the audit
    /// log's triggers again, and checks the settings without which rows are lost. Several nodes may do it at once.
    /// </summary>
    /// <param name="services">The application's.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DatabaseUnusableException">It cannot be opened, migrated or written.</exception>
    public static async Task<Migrated> MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        var writers = scope.ServiceProvider.GetRequiredService<WriterQueue>();
        try
        {
            using var turn = await writers.WaitAsync(cancellationToken);
            using var alone = await context.Dialect.PrepareAsync(context, cancellationToken);
            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            string? copy = null;
            if (pending.Count > 0)
            {
                copy = await context.Dialect.BackUpAsync(context, file: null, cancellationToken);
                await context.Database.MigrateAsync(cancellationToken);
            }

            await ProtectAuditAsync(context, cancellationToken);
            await context.Dialect.CheckSettingsAsync(context, cancellationToken);
            return new Migrated(pending, copy);
        }
        catch (Exception unusable) when (IsOfTheDatabase(unusable))
        {
            throw new DatabaseUnusableException(unusable.GetBaseException().Message.ReplaceLineEndings(" "), unusable);
        }
    }

    /// <summary>Keeps a consistent copy of a database in use.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="file">Where to; it must not exist.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there was anything to copy; false also on PostgreSQL, where pg_dump does this.</returns>
    public static async Task<bool> BackUpAsync(
        IServiceProvider services,
        string file,
        CancellationToken cancellationToken
    )
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        return await context.Dialect.BackUpAsync(context, file, cancellationToken) is not null;
    }

    /// <summary>
    /// Whether the exception says that the database cannot be reached or written just now. Nothing was half done.
    /// </summary>
    public static bool IsUnavailable(IServiceProvider services, Exception exception) =>
        services.GetRequiredService<Dialect>().IsUnavailable(exception);

    /// <summary>Reaches and writes the database, in its turn; throws what went wrong.</summary>
    public static async Task TryAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ConnectGateContext>();
        using var turn = await scope.ServiceProvider.GetRequiredService<WriterQueue>().WaitAsync(cancellationToken);
        await context.Dialect.TryWritingAsync(context, cancellationToken);
    }

    /// <summary>
    /// Runs a script's commands in one transaction: all of them hold or none, whatever becomes of the process
    /// meanwhile. For the server; nobody else writes until it ends.
    /// </summary>
    /// <param name="scope">The services of the one scope in which the script sends its commands.</param>
    /// <param name="script">What sends them.</param>
    /// <param name="cancellationToken">Ends it; then none hold.</param>
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
    /// Between two commands of <see cref="AllOrNoneAsync"/>: what one has read the next reads anew, as if each had a
    /// scope of its own.
    /// </summary>
    public static void ReadAnew(IServiceProvider scope) =>
        scope.GetRequiredService<ConnectGateContext>().ChangeTracker.Clear();

    private static bool IsOfTheDatabase(Exception? exception) =>
        exception is not null
        && (
            exception is DbException or IOException or UnauthorizedAccessException
            || IsOfTheDatabase(exception.InnerException)
        );

    // At every start, since a start may have been cut off between a migration and this.
    private static async Task ProtectAuditAsync(ConnectGateContext context, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var sql in context.Dialect.AppendOnly(ModerationMapping.AuditTable))
        {
            await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}

/// <summary>What bringing the database to this version did.</summary>
/// <param name="Migrations">The migrations applied, in order; none where it was there already.</param>
/// <param name="Copy">The copy kept before; null where there was nothing to copy, or the database's own tools do
/// that.</param>
public sealed record Migrated(IReadOnlyList<string> Migrations, string? Copy);

/// <summary>The database cannot be opened, migrated or written.</summary>
public sealed class DatabaseUnusableException : Exception
{
    /// <summary>Says why, in one line.</summary>
    public DatabaseUnusableException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <inheritdoc cref="DatabaseUnusableException(string, Exception)"/>
    public DatabaseUnusableException(string message)
        : base(message) { }

    /// <summary>Without a message; prefer the others.</summary>
    public DatabaseUnusableException() { }
}
