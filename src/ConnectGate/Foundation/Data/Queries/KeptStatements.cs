using System.Data;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Foundation.Data.Queries;

/// <summary>
/// A connection to SQLite that keeps its prepared statements while it is open. Microsoft.Data.Sqlite finalises a
/// statement with its command, and to prepare one costs more than to run it.
/// </summary>
internal sealed class KeptStatements(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>
    /// With each <see cref="Many"/> new statements, those that ran not once since the last time are finalised.
    /// </summary>
    private const int Many = 48;

    private static readonly string[] KeptKinds = ["SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN", "COMMIT"];

    private Dictionary<string, Statement> _used = new(SqlText.Comparer);
    private Dictionary<string, Statement> _unused = new(SqlText.Comparer);

    public override SqliteCommand CreateCommand() =>
        new Command
        {
            Connection = this,
            CommandTimeout = DefaultTimeout,
            Transaction = Transaction,
        };

    public override void Close()
    {
        foreach (var statement in _used.Values.Concat(_unused.Values))
        {
            statement.Dispose();
        }

        _used.Clear();
        _unused.Clear();
        base.Close();
    }

    // Null where the statement is of a kind that is not kept, or runs already.
    private Statement? Find(string text)
    {
        if (!_used.TryGetValue(text, out var statement))
        {
            if (!Array.Exists(KeptKinds, kind => text.StartsWith(kind, StringComparison.Ordinal)))
            {
                return null;
            }

            if (_used.Count == Many)
            {
                foreach (var unused in _unused.Values)
                {
                    unused.Dispose();
                }

                (_used, _unused) = (new(SqlText.Comparer), _used);
            }

            if (!_unused.Remove(text, out statement))
            {
                statement = new Statement { CommandText = text, Connection = this };
            }

            _used.Add(text, statement);
        }

        return statement.Runs ? null : statement;
    }

    private void Forget(Statement statement)
    {
        _used.Remove(statement.CommandText);
        statement.Dispose();
    }

    /// <summary>A caller fills it and disposes of it. The kept statement with its text runs in its place.</summary>
    private sealed class Command : SqliteCommand
    {
        private Statement? _statement;

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            if (Connection is not KeptStatements { State: ConnectionState.Open } connection)
            {
                return base.ExecuteReader(behavior);
            }

            _statement = connection.Find(CommandText);
            if (_statement is null)
            {
                return base.ExecuteReader(behavior);
            }

            try
            {
                return _statement.Execute(this, behavior);
            }
            catch
            {
                connection.Forget(_statement);
                _statement = null;
                throw;
            }
        }

        // The values can be private, so they do not stay with the statement.
        protected override void Dispose(bool disposing)
        {
            _statement?.Parameters.Clear();
            _statement = null;
            base.Dispose(disposing);
        }
    }

    private sealed class Statement : SqliteCommand
    {
        public bool Runs => DataReader is not null;

        public SqliteDataReader Execute(Command command, CommandBehavior behavior)
        {
            Parameters.Clear();
            foreach (SqliteParameter parameter in command.Parameters)
            {
                Parameters.Add(parameter);
            }

            Transaction = command.Transaction;
            CommandTimeout = command.CommandTimeout;
            return ExecuteReader(behavior);
        }
    }

    /// <summary>Compares SQL, which is long, mostly the same object, and differs all over where it differs.</summary>
    private sealed class SqlText : IEqualityComparer<string>
    {
        public static readonly SqlText Comparer = new();

        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public int GetHashCode(string text)
        {
            var hash = text.Length;
            for (var at = text.Length - 1; at > 0; at -= 1 + text.Length / 16)
            {
                hash = hash * 31 + text[at];
            }

            return hash;
        }
    }
}
