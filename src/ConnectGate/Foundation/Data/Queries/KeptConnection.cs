using System.Data;
using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace ConnectGate.Foundation.Data.Queries;

#pragma warning disable EF1001 // EF has no public way to keep a connection open between the uses of a pooled context.
/// <summary>
/// Keeps the connection of a pooled context open, with its prepared statements, until the context leaves the pool. EF
/// closes it after each statement, and the next one would set up the handle and prepare anew. EF's own functions for
/// decimals and regular expressions are not there: no table has a decimal.
/// </summary>
internal sealed partial class KeptConnection(
    RelationalConnectionDependencies dependencies,
    IRawSqlCommandBuilder rawSql,
    IDiagnosticsLogger<DbLoggerCategory.Infrastructure> log
) : SqliteRelationalConnection(dependencies, rawSql, log)
{
    public static void UseIn(DbContextOptionsBuilder options) =>
        options.ReplaceService<ISqliteRelationalConnection, KeptConnection>();

    protected override DbConnection CreateDbConnection() => new KeptStatements(GetValidatedConnectionString());

    protected override void CloseDbConnection()
    {
        if (!IsAtRest)
        {
            base.CloseDbConnection();
        }
    }

    protected override Task CloseDbConnectionAsync() => IsAtRest ? Task.CompletedTask : base.CloseDbConnectionAsync();

    // A reader that was not read to its end would hold its view of the database for the next user.
    private bool IsAtRest =>
        DbConnection is { State: ConnectionState.Open }
        && TransactionState(((SqliteConnection)DbConnection).Handle!, "main") == 0;

    // https://www.sqlite.org/c3ref/txn_state.html
    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_txn_state", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int TransactionState(SafeHandle database, string name);
}
#pragma warning restore EF1001
