namespace ConnectGate.Foundation.Data;

/// <summary>
/// What differs between databases, in one file for each: <see cref="Sqlite"/>, and <c>Postgres</c> in its own project.
/// </summary>
internal abstract class Dialect
{
    /// <summary>Whether writers must wait for each other in this process.</summary>
    public abstract bool OneWriter { get; }

    /// <summary>Chooses the provider, its connection and its migrations.</summary>
    public abstract void Configure(DbContextOptionsBuilder options, string connectionString);

    /// <summary>SQL for the number of code points of a column, blank-looking ones at both ends not counted.</summary>
    public abstract string VisibleLength(string column);

    /// <summary>
    /// Holds these members until the transaction ends, so that what is read of them meets what is saved. In ascending
    /// order, once for each command.
    /// </summary>
    public abstract Task LockMembersAsync(
        ConnectGateContext context,
        IReadOnlyCollection<long> memberIds,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Whether another writer was quicker and the command should look again: a changed version, a unique index, a lost
    /// lock.
    /// </summary>
    public virtual bool IsConflict(Exception exception) => exception is DbUpdateConcurrencyException;

    /// <summary>
    /// Whether the database cannot be written or reached just now: the disk is full, the file is read-only, the server
    /// is away.
    /// </summary>
    public abstract bool IsUnavailable(Exception exception);

    /// <summary>
    /// Makes room for the database and clears what a start that was cut off left behind. Before every migration. Gives
    /// what keeps other starts waiting until it is disposed; null where the database itself does.
    /// </summary>
    public abstract Task<IDisposable?> PrepareAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Writes something that changes nothing, the cheapest there is; throws where the database cannot be reached or
    /// written.
    /// </summary>
    public abstract Task TryWritingAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Checks at start that the connection has the settings without which rows are lost; throws with the setting's
    /// name.
    /// </summary>
    public abstract Task CheckSettingsAsync(ConnectGateContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Keeps a copy before migrations change anything; the path of it, or null where the database's own tools do that.
    /// </summary>
    public abstract Task<string?> BackUpAsync(
        ConnectGateContext context,
        string? file,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// SQL that refuses to change or delete a row of a table that is only appended to. Run after every migration:
    /// rebuilding a table drops its triggers.
    /// </summary>
    public abstract IEnumerable<string> AppendOnly(string table);
}
