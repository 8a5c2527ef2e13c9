using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>
/// Reads the whole audit log and computes its hashes again: <c>-- audit verify</c>. Finds the first entry that is not
/// as it was written.
/// </summary>
public static class VerifyAudit
{
    /// <param name="Kept">A head from earlier; without one, entries that were cut off the end do not show.</param>
    [SentBy(Senders.Server)]
    public sealed record Query(AuditHead? Kept = null) : IQuery<View>;

    /// <param name="Entries">How many were read: all, or those before the first break.</param>
    /// <param name="Head">After these entries.</param>
    /// <param name="Broken">Null where every entry is as it was written.</param>
    public sealed record View(long Entries, AuditHead Head, Break? Broken);

    /// <param name="Number">Of the first entry that is not as it was written.</param>
    public sealed record Break(long Number, BreakKind Kind);

    public enum BreakKind
    {
        /// <summary>The number is not in the log, and a later one is.</summary>
        Missing,

        /// <summary>The entry's hash is not that of its columns and of the entry before it.</summary>
        Changed,

        /// <summary>The same, for the first entry with a hash: perhaps an entry without one was changed.</summary>
        ChangedBefore,

        /// <summary>It has no hash, and an earlier entry has one.</summary>
        WithoutHash,

        /// <summary>It is the last entry of the kept head, and the log ends before it.</summary>
        CutOff,

        /// <summary>The kept head has another hash of the same entry.</summary>
        NotTheKeptHead,
    }

    internal sealed class Handler(AuditChain chain) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (entries, head, chained) = (0L, AuditHead.Empty, false);
            await foreach (var entry in chain.EntriesAsync().WithCancellation(cancellationToken))
            {
                var next = head.Then(entry);
                if (Check(entry, head, next, chained) is { } broken)
                {
                    return new View(entries, head, broken);
                }

                (entries, head, chained) = (entries + 1, next, entry.Hash is not null);
                if (head.Number == query.Kept?.Number && head != query.Kept)
                {
                    return new View(entries, head, new Break(head.Number, BreakKind.NotTheKeptHead));
                }
            }

            return new View(
                entries,
                head,
                query.Kept is { } kept && kept.Number > head.Number ? new Break(kept.Number, BreakKind.CutOff) : null
            );
        }

        private static Break? Check(AuditEntry entry, AuditHead head, AuditHead next, bool chained) =>
            (entry.Hash, chained) switch
            {
                (null, false) => null,
                (null, true) => new Break(entry.Id, BreakKind.WithoutHash),
                _ when entry.Id != head.Number + 1 => new Break(head.Number + 1, BreakKind.Missing),
                _ when entry.Hash == next.Hash => null,
                _ => new Break(entry.Id, chained ? BreakKind.Changed : BreakKind.ChangedBefore),
            };
    }
}
