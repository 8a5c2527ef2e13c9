using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>
/// Fails saves of rows of one type, as if another node had just inserted a row with the same unique value.
/// </summary>
internal sealed class LostSaves<T>(Database database) : SaveChangesInterceptor
    where T : class
{
    private const int Constraint = 19,
        Unique = 2067;

    /// <summary>How many saves fail from now on.</summary>
    public int Remaining { get; set; }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (
            Remaining > 0
            && eventData.Context!.ChangeTracker.Entries<T>().Any(entry => entry.State == EntityState.Added)
        )
        {
            Remaining--;
            throw new DbUpdateException(
                "Another node was faster.",
                database == Database.Sqlite
                    ? new SqliteException("UNIQUE constraint failed", Constraint, Unique)
                    : new PostgresException("duplicate key", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation)
            );
        }

        return ValueTask.FromResult(result);
    }
}
