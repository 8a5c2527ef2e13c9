using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ConnectGate.Tests.Support;

/// <summary>Records the SQL texts that run while somebody listens in the same flow of calls.</summary>
public sealed class SqlCapture : DbCommandInterceptor
{
    private readonly AsyncLocal<List<string>?> _listener = new();

    /// <summary>Hands over every SQL text from here on, in order, until the flow of calls ends.</summary>
    public IReadOnlyList<string> Listen() => _listener.Value = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Record(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Record(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    private void Record(DbCommand command)
    {
        if (_listener.Value is { } listener)
        {
            lock (listener)
            {
                listener.Add(command.CommandText);
            }
        }
    }
}
