using ConnectGate.Foundation.Data.Queries;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ConnectGate.Tests.Data;

public sealed class KeptStatementsTests : IDisposable
{
    private readonly KeptStatements _connection = new("Data Source=:memory:");

    public KeptStatementsTests()
    {
        _connection.Open();
        _connection.Handle!.enable_sqlite3_next_stmt(true);
        Run("CREATE TABLE \"Numbers\" (\"Number\" INTEGER PRIMARY KEY)");
    }

    [Fact]
    public void A_statement_that_runs_again_is_prepared_once_and_sees_its_new_values()
    {
        Assert.Equal([1L, 2L, 3L], new[] { 1L, 2L, 3L }.Select(Echo));

        Assert.Equal(["SELECT $number"], Prepared());
    }

    [Fact]
    public void It_keeps_no_values()
    {
        using (var command = Command("SELECT 1 WHERE $number IS NULL", 7))
        {
            command.ExecuteScalar();
        }

        using var without = _connection.CreateCommand();
        without.CommandText = "SELECT 1 WHERE $number IS NULL";

        Assert.Throws<InvalidOperationException>(() => without.ExecuteScalar());
    }

    [Fact]
    public void A_statement_that_runs_already_is_prepared_beside_it()
    {
        using var command = Command("SELECT $number", 1);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        Assert.Equal(2L, Echo(2));
        Assert.Equal(1L, reader.GetInt64(0));
    }

    [Fact]
    public void A_statement_that_failed_can_run_again()
    {
        const string insert = "INSERT INTO \"Numbers\" VALUES ($number)";
        Run(insert, 1);

        Assert.Throws<SqliteException>(() => Run(insert, 1));
        Run(insert, 2);

        Assert.Equal(2L, Scalar("SELECT count(*) FROM \"Numbers\""));
    }

    [Fact]
    public void Those_that_are_used_stay_and_the_others_are_finalised()
    {
        for (var number = 0; number < 500; number++)
        {
            Scalar($"SELECT {number}");
            Echo(number);
        }

        var prepared = Prepared();
        Assert.InRange(prepared.Count, 2, 100);
        Assert.Contains("SELECT $number", prepared);
    }

    [Fact]
    public void Statements_that_change_the_schema_or_a_setting_are_not_kept()
    {
        Run("CREATE TABLE \"Others\" (\"Number\" INTEGER)");
        Scalar("PRAGMA user_version");

        Assert.Empty(Prepared());
    }

    public void Dispose() => _connection.Dispose();

    private long Echo(long number)
    {
        using var command = Command("SELECT $number", number);
        return (long)command.ExecuteScalar()!;
    }

    private void Run(string sql, long number = 0)
    {
        using var command = Command(sql, number);
        command.ExecuteNonQuery();
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, long number)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (sql.Contains('$', StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue("$number", number);
        }

        return command;
    }

    // SQLite's own list of what is prepared.
    private List<string> Prepared()
    {
        var found = new List<string>();
        for (
            var statement = raw.sqlite3_next_stmt(_connection.Handle!, null);
            statement is not null && !statement.IsInvalid;
            statement = raw.sqlite3_next_stmt(_connection.Handle!, statement)
        )
        {
            found.Add(raw.sqlite3_sql(statement).utf8_to_string());
        }

        return found;
    }
}
