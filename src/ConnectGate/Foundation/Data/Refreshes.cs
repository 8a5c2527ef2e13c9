using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Data;

/// <summary>
/// Computes stored values anew after the rule behind them has changed. It runs once for each database, at a start,
/// after the migrations and before the first request.
/// </summary>
internal interface IRefresh
{
    /// <summary>The rule and its version. A new name runs the refresh again.</summary>
    string Name { get; }

    /// <summary>
    /// Refreshes the next batch in the caller's transaction. A start that died repeats it from the beginning, so a
    /// repetition must change nothing.
    /// </summary>
    /// <param name="after">The last key of the batch before; 0 for the first batch.</param>
    /// <param name="cancellationToken">Ends the refresh; the next start repeats it.</param>
    /// <returns>The last key of this batch; null where nothing was left.</returns>
    Task<long?> RunAsync(long after, CancellationToken cancellationToken);
}

/// <summary>Records that a refresh is done.</summary>
internal sealed class DoneRefresh
{
    public required string Name { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime At { get; init; }
}

internal sealed class DoneRefreshMapping : IEntityTypeConfiguration<DoneRefresh>
{
    public void Configure(EntityTypeBuilder<DoneRefresh> builder)
    {
        builder.ToTable("DoneRefreshes");
        builder.HasKey(done => done.Name);
    }
}

internal static class Refreshes
{
    /// <summary>Rows in one transaction.</summary>
    public const int Batch = 500;

    public static async Task RunAsync(
        ConnectGateContext context,
        IEnumerable<IRefresh> refreshes,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var done = await context
            .DoneRefreshes.Select(refresh => refresh.Name)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        foreach (var refresh in refreshes.Where(refresh => !done.Contains(refresh.Name)))
        {
            for (long? after = 0; after is { } last; )
            {
                await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
                after = await refresh.RunAsync(last, cancellationToken);
                if (after is null)
                {
                    context.Add(new DoneRefresh { Name = refresh.Name, At = clock.GetUtcNow().UtcDateTime });
                }

                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                context.ChangeTracker.Clear();
            }
        }
    }
}
