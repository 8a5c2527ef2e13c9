namespace ConnectGate.Foundation.Audit;

/// <summary>
/// Appends to the audit log. Each entry has a hash of itself and of the hash before it, so that nobody can change the
/// log unnoticed, not even around the triggers (<c>-- audit verify</c>).
/// </summary>
internal sealed class AuditChain(ConnectGateContext context)
{
    // A number of its own among those that commands lock.
    private const long Lock = 6_147_222;

    /// <summary>
    /// Saves the entries as the last ones. On PostgreSQL, other writers of the log then wait until the transaction
    /// ends. So call it last, after every other lock.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction runs, so nothing would keep others from writing.
    /// </exception>
    public async Task AppendAsync(IEnumerable<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The audit log is written in the transaction of the act.");
        }

        await context.Dialect.LockNumbersAsync(context, [Lock], cancellationToken);
        var head = await HeadAsync(cancellationToken);
        foreach (var entry in entries)
        {
            head = entry.Follow(head);
            context.Audit.Add(entry);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// The head of the log. It costs one row. While no entry has a hash yet, it costs all of them: the first entry with
    /// a hash covers these, too.
    /// </summary>
    public async Task<AuditHead> HeadAsync(CancellationToken cancellationToken)
    {
        var last = await context
            .Audit.AsNoTracking()
            .OrderByDescending(entry => entry.Id)
            .Select(entry => new { entry.Id, entry.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        if (last?.Hash is { } hash)
        {
            return new AuditHead(last.Id, hash);
        }

        var head = AuditHead.Empty;
        await foreach (var entry in EntriesAsync().WithCancellation(cancellationToken))
        {
            head = head.Then(entry);
        }

        return head;
    }

    /// <summary>All entries, one after the other.</summary>
    public IAsyncEnumerable<AuditEntry> EntriesAsync() =>
        context.Audit.AsNoTracking().OrderBy(entry => entry.Id).AsAsyncEnumerable();
}
