using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ConnectGate.Foundation.Data;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ConnectGate.Postgres.Moving;

/// <summary>A table in both databases.</summary>
internal sealed class MovedTable
{
    private readonly MovedColumn[] _columns;
    private readonly string _list;
    private readonly bool _refersToItself;

    public MovedTable(ITable sqlite, ITable postgres)
    {
        Name = sqlite.Name;
        _refersToItself = sqlite.ForeignKeyConstraints.Any(key => key.PrincipalTable == sqlite);
        _columns =
        [
            .. from column in sqlite.Columns
            select new MovedColumn(
                column.Name,
                column.PropertyMappings.Select(mapping => mapping.TypeMapping).FirstOrDefault(),
                postgres
                    .FindColumn(column.Name)!
                    .PropertyMappings.Select(mapping => mapping.TypeMapping)
                    .FirstOrDefault()
            ),
        ];
        _list = string.Join(", ", _columns.Select(column => $"\"{column.Name}\""));
    }

    public string Name { get; }

    /// <summary>
    /// Copies the rows after those that earlier runs copied. Each batch is one transaction, which also records how far
    /// it came. So a process that is killed loses at most one batch, and repeats none.
    /// </summary>
    /// <returns>The number of rows of this run.</returns>
    public async Task<long> CopyAsync(
        DbConnection sqlite,
        NpgsqlConnection postgres,
        int batch,
        CancellationToken cancellationToken
    )
    {
        await using var select = sqlite.CreateCommand();
        // SQLite numbers the rows of every table of ours. Where the key is a number, it is this one.
#pragma warning disable S2077 // Only names of tables and columns, from the model.
        select.CommandText = $"SELECT rowid, {_list} FROM \"{Name}\" WHERE rowid > @after ORDER BY rowid LIMIT @batch";
#pragma warning restore S2077
        // A row may refer to a later one. PostgreSQL checks this at the end of a batch, so it must be the only one.
        Add(select, "@batch", _refersToItself ? int.MaxValue : batch);
        var after = Add(select, "@after", await MoveProgress.OfAsync(postgres, Name, cancellationToken));
        var all = 0L;
        while (true)
        {
            await using var transaction = await postgres.BeginTransactionAsync(cancellationToken);
            var (rows, last) = await CopyAsync(select, postgres, cancellationToken);
            if (rows == 0)
            {
                return all;
            }

            await MoveProgress.SaveAsync(postgres, Name, last, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            after.Value = last;
            all += rows;
        }
    }

    /// <summary>Compares the two by number and content of the rows. Their order does not matter.</summary>
    /// <returns>The number of rows.</returns>
    /// <exception cref="DatabaseUnusableException">They differ.</exception>
    public async Task<long> CompareAsync(
        DbConnection sqlite,
        NpgsqlConnection postgres,
        CancellationToken cancellationToken
    )
    {
        var here = await SumAsync(sqlite, (column, row, place) => column.FromSqlite(row, place), cancellationToken);
        var there = await SumAsync(
            postgres,
            (column, row, place) => column.FromPostgres(row, place),
            cancellationToken
        );
        return here == there
            ? here.Rows
            : throw new DatabaseUnusableException(
                $"The table {Name} differs after the move ({here.Rows} rows and {there.Rows}). Did the server run "
                    + "between two runs of the move? Begin again with an empty database."
            );
    }

    private async Task<(int Rows, long Last)> CopyAsync(
        DbCommand select,
        NpgsqlConnection postgres,
        CancellationToken cancellationToken
    )
    {
        var (rows, last) = (0, 0L);
        await using var parameters = new NpgsqlCommand();
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        await using var copy = await postgres.BeginBinaryImportAsync(
            $"COPY \"{Name}\" ({_list}) FROM STDIN (FORMAT BINARY)",
            cancellationToken
        );
        while (await row.ReadAsync(cancellationToken))
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var (place, column) in _columns.Index())
            {
                await column.WriteAsync(copy, parameters, column.FromSqlite(row, place + 1), cancellationToken);
            }

            (rows, last) = (rows + 1, row.GetInt64(0));
        }

        await copy.CompleteAsync(cancellationToken);
        return (rows, last);
    }

    private async Task<(long Rows, UInt128 Sum)> SumAsync(
        DbConnection connection,
        Func<MovedColumn, DbDataReader, int, object?> read,
        CancellationToken cancellationToken
    )
    {
        await using var select = connection.CreateCommand();
#pragma warning disable S2077 // Only names of tables and columns, from the model.
        select.CommandText = $"SELECT {_list} FROM \"{Name}\"";
#pragma warning restore S2077
        await using var row = await select.ExecuteReaderAsync(cancellationToken);
        var (rows, sum) = (0L, UInt128.Zero);
        while (await row.ReadAsync(cancellationToken))
        {
            var values = _columns.Select((column, place) => column.Canonical(read(column, row, place)));
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', values)));
            (rows, sum) = (rows + 1, unchecked(sum + BinaryPrimitives.ReadUInt128BigEndian(hash)));
        }

        return (rows, sum);
    }

    private static DbParameter Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
