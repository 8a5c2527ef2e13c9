using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>Records the SQL that runs while somebody listens in the same flow of calls.</summary>
public sealed class SqlCapture : DbCommandInterceptor
{
    private readonly AsyncLocal<Action<DbCommand>?> _listener = new();

    /// <summary>One command: its SQL and the values of its parameters by name.</summary>
    public sealed record Statement(string Text, IReadOnlyList<(string Name, object? Value)> Parameters);

    /// <summary>Hands over every SQL text from here on, in order, until the flow of calls ends.</summary>
    public IReadOnlyList<string> Listen() => Listen(command => command.CommandText);

    /// <summary>The same, with the values of the parameters.</summary>
    public IReadOnlyList<Statement> ListenWithValues() =>
        Listen(command => new Statement(
            command.CommandText,
            [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]
        ));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    )
    {
        Record(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    )
    {
        Record(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        Record(command);
        return ValueTask.FromResult(result);
    }

    private List<T> Listen<T>(Func<DbCommand, T> take)
    {
        var heard = new List<T>();
        _listener.Value = command =>
        {
            lock (heard)
            {
                heard.Add(take(command));
            }
        };
        return heard;
    }

    private void Record(DbCommand command) => _listener.Value?.Invoke(command);
}
