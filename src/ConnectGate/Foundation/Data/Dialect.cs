namespace ConnectGate.Foundation.Data;

/// <summary>
/// The differences between databases. Each database has one file: <see cref="Sqlite"/>, and <c>Postgres</c> in its own
/// project.
/// </summary>
internal abstract class Dialect
{
    /// <summary>Whether writers must wait for each other in this process.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>Whether a transaction has to lock rows before it reads what it decides by.</summary>
    public bool LocksRows => !OneWriter;

    public abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>SQL for the number of code points of a column, without blank-looking ones at both ends.</summary>
    public abstract string VisibleLength(string column);

    /// <summary>
    /// Locks these members until the transaction ends, so that they cannot change between reading and saving. Call it
    /// once for each command. The members are locked in ascending order.
    /// </summary>
    public abstract Task LockMembersAsync(
        ConnectGateContext context,
        IReadOnlyCollection<long> memberIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Locks numbers until the transaction ends, so that only one transaction at a time works on what they stand for.
    /// Call it after <see cref="LockMembersAsync"/>, at most once for each command. <c>AuditChain</c> calls it again,
    /// last of all.
    /// </summary>
    /// <param name="ascending">In ascending order, or two transactions would wait for each other.</param>
    public abstract Task LockNumbersAsync(
        ConnectGateContext context,
        IReadOnlyList<long> ascending,
        CancellationToken cancellationToken
    );

    /// <summary>Numbers as one argument of raw SQL.</summary>
    /// <param name="argument">The place of the argument.</param>
    /// <returns>SQL for a table <c>numbers</c> with the column <c>value</c>, and the argument.</returns>
    public abstract (string Table, object Argument) Numbers(int argument, IReadOnlyList<long> numbers);

    /// <summary>
    /// Finds the rows whose time has come, the earliest first, and locks them until the transaction ends. Leaves out
    /// the rows that another transaction has locked, so that nodes share the work.
    /// </summary>
    /// <param name="context">Within a transaction.</param>
    /// <param name="table">A table with the key <c>Id</c>.</param>
    /// <param name="due">The table's column with the time.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="atMost">The most rows.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <param name="rank">Sorts before the time; null where the time alone sorts.</param>
    /// <returns>The keys.</returns>
    public Task<List<long>> TakeDueAsync(
        ConnectGateContext context,
        string table,
        string due,
        DateTime now,
        int atMost,
        CancellationToken cancellationToken,
        RankedColumn? rank = null
    ) =>
#pragma warning disable EF1002 // Only names of tables and columns, from the code.
        context
            .Database.SqlQueryRaw<long>(
                $$"""
                SELECT "Id" AS "Value" FROM "{{table}}" WHERE "{{due}}" <= {0} {{rank?.Limit(2)}}
                ORDER BY {{rank?.Order}} "{{due}}", "Id" LIMIT {1} {{LockFree}}
                """,
                now,
                atMost,
                rank?.UpTo ?? 0
            )
            .ToListAsync(cancellationToken);
#pragma warning restore EF1002

    /// <summary>The end of a SELECT that locks the rows which nobody has locked, and leaves out the others.</summary>
    protected abstract string LockFree { get; }

    /// <summary>
    /// Whether another writer was faster and the command should run again: a changed version, a unique index, a lost
    /// lock.
    /// </summary>
    public virtual bool IsConflict(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>
    /// Whether the database cannot be written or reached at the moment: the disk is full, the file is read-only, the
    /// server is unreachable.
    /// </summary>
    public abstract bool IsUnavailable(Exception exception);

    /// <summary>Whether there is a database. Makes none. True where only the server could say.</summary>
    public virtual bool Exists(ConnectGateContext context) => true;

    /// <summary>
    /// Creates the database's folder where it needs one, and clears the remains of an interrupted start. Runs before
    /// every migration. Other starts wait until the result is disposed; null where the database itself makes them wait.
    /// </summary>
    public abstract Task<IDisposable?> PrepareAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the cheapest write, which changes nothing. Throws where the database cannot be reached or written.
    /// </summary>
    public abstract Task TryWritingAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Checks at start that the connection has the settings without which rows are lost. Throws with the setting's
    /// name.
    /// </summary>
    public abstract Task CheckSettingsAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Copies the database. Gives the copy's path; null where there is nothing to copy, or where the database's own
    /// tools make copies.
    /// </summary>
    /// <param name="file">
    /// The target path; null chooses one beside the database, named after the last applied migration.
    /// </param>
    public abstract Task<string?> BackUpAsync(
        ConnectGateContext context,
        string? file,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// SQL that makes a table refuse to change or delete its rows, and to insert a row without a hash or with another
    /// number than the next one. It runs after every migration, because rebuilding a table drops its triggers.
    /// </summary>
    /// <param name="table">A table with the columns <c>Id</c> and <c>Hash</c>.</param>
    public abstract IEnumerable<string> AppendOnly(string table);
}

/// <summary>A column of numbers whose lower values come first.</summary>
/// <param name="UpTo">Rows with a higher value are left out.</param>
internal sealed record RankedColumn(string Column, int UpTo)
{
    public string Order => $"\"{Column}\",";

    /// <param name="argument">The place of <see cref="UpTo"/> among the arguments.</param>
    public string Limit(int argument) => $"AND \"{Column}\" <= {{{argument}}}";
}
