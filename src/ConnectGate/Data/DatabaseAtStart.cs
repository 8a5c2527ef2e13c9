using ConnectGate.Moderation;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Data;

/// <summary>Makes the community's database ready before anything uses it.</summary>
public sealed class DatabaseAtStart
{
    private readonly ConnectGateContext _context;

    internal DatabaseAtStart(ConnectGateContext context) => _context = context;

    /// <summary>
    /// Creates the database or brings it up to date, after a backup where the database's own tools don't make one, and checks the settings without
    /// which rows could be lost.
    /// </summary>
    /// <returns>The backup's path, if one was made.</returns>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        string? backup = null;
        if ((await _context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            backup = await _context.Dialect.BackUpAsync(_context, file: null, cancellationToken);
            await _context.Database.MigrateAsync(cancellationToken);
        }

        // Every time, since a migration that rebuilds a table drops its triggers in silence.
        foreach (var sql in _context.Dialect.AppendOnly(ModerationMapping.AuditTable))
        {
            await _context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
        }

        await _context.Dialect.CheckSettingsAsync(_context, cancellationToken);
        return backup;
    }

    /// <summary>Copies the database in use to a file; null where the database's own tools do that (PostgreSQL: pg_dump).</summary>
    public Task<string?> BackUpAsync(string file, CancellationToken cancellationToken) =>
        _context.Dialect.BackUpAsync(_context, file, cancellationToken);
}
