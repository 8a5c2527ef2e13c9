using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>Finds entries of the audit log.</summary>
internal sealed class AuditReader(ConnectGateContext context, Actor actor)
{
    // A clock that is put forward at midnight skips an hour or less. The day then begins later.
    private static readonly TimeSpan SkippedAtMost = TimeSpan.FromHours(1);

    /// <summary>The entries that the filter does not leave out. A handle that nobody has leaves out all.</summary>
    public async Task<IQueryable<AuditEntry>> MatchingAsync(AuditFilter filter, CancellationToken cancellationToken)
    {
        var entries = context.Audit.AsNoTracking();
        if (filter.Words?.Trim() is { Length: > 0 } words)
        {
            // Both databases change ASCII alone to small letters, so the words as they were typed are tried too.
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // The database does it; it knows one culture.
            var lower = words.ToLowerInvariant();
            entries = entries.Where(entry => entry.Reason.Contains(words) || entry.Reason.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(entry => entry.Act == act);
        }

        if (!string.IsNullOrWhiteSpace(filter.Actor))
        {
            var id = await IdOfAsync(filter.Actor, cancellationToken);
            entries = entries.Where(entry => entry.ActorId == id);
        }

        if (!string.IsNullOrWhiteSpace(filter.Subject))
        {
            var id = await IdOfAsync(filter.Subject, cancellationToken);
            entries = entries.Where(entry => entry.SubjectId == id);
        }

        if (filter.From is { } from)
        {
            var begins = BeginningOf(from);
            entries = entries.Where(entry => entry.At >= begins);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var ends = BeginningOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < ends);
        }

        return entries;
    }

    // No member has the number 0.
    private async Task<long> IdOfAsync(string handle, CancellationToken cancellationToken) =>
        await context.Members.IdOfAsync(handle, cancellationToken) ?? 0;

    private DateTime BeginningOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(
            actor.TimeZone.IsInvalidTime(local) ? local + SkippedAtMost : local,
            actor.TimeZone
        );
    }
}
