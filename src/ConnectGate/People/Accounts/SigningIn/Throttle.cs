using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Counts tries, atomically on both databases. The keys are hashed, so that nobody can read an address or device from
/// the table.
/// </summary>
internal sealed class Throttle(ConnectGateContext context, Actor actor)
{
    /// <summary>
    /// Counts one try in each of the buckets, in the command's transaction. It stops at the first full one, so that a
    /// refused try uses up nothing of the buckets after it. Put the bucket with the fewest people first.
    /// </summary>
    /// <returns>Null where the try is within all limits, else the time of the next possible one.</returns>
    public async Task<DateTime?> TakeAsync(
        IEnumerable<(Bucket Bucket, string Subject)> buckets,
        CancellationToken cancellationToken
    )
    {
        foreach (var (bucket, subject) in buckets)
        {
            if (await TakeAsync(bucket, subject, cancellationToken) is { } retryAt)
            {
                return retryAt;
            }
        }

        return null;
    }

    /// <summary>Counts one try, in the command's transaction.</summary>
    /// <returns>Null where the try is within the limit, else the time of the next possible one.</returns>
    public async Task<DateTime?> TakeAsync(Bucket bucket, string subject, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var key = Key(bucket, subject);
        var begin = now - bucket.Window;
        while (true)
        {
            var taken = await context
                .SignInTries.Where(tries => tries.Key == key && tries.Since > begin && tries.Count < bucket.Most)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(tries => tries.Count, tries => tries.Count + 1),
                    cancellationToken
                );
            if (taken == 1)
            {
                return null;
            }

            var anew = await context
                .SignInTries.Where(tries => tries.Key == key && tries.Since <= begin)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(tries => tries.Count, 1).SetProperty(tries => tries.Since, now),
                    cancellationToken
                );
            if (anew == 1)
            {
                return null;
            }

            var found = await context
                .SignInTries.AsNoTracking()
                .SingleOrDefaultAsync(tries => tries.Key == key, cancellationToken);
            if (found is null)
            {
                // Two simultaneous first tries collide in the primary key, and one command runs again.
                context.SignInTries.Add(
                    new SignInTries
                    {
                        Key = key,
                        Since = now,
                        Count = 1,
                    }
                );
                await context.SaveChangesAsync(cancellationToken);
                return null;
            }

            if (found.Count >= bucket.Most)
            {
                return found.Since + bucket.Window;
            }

            // Another command saved the first try in between, and the bucket has room: look again.
        }
    }

    /// <summary>Takes back the count of a try that was no guess.</summary>
    public Task GiveBackAsync(Bucket bucket, string subject, CancellationToken cancellationToken)
    {
        var key = Key(bucket, subject);
        return context
            .SignInTries.Where(tries => tries.Key == key && tries.Count > 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(tries => tries.Count, tries => tries.Count - 1),
                cancellationToken
            );
    }

    /// <summary>Deletes counts that are older than every window.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var old = actor.Now - Bucket.LongestWindow;
        return context.SignInTries.Where(tries => tries.Since < old).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Key(Bucket bucket, string subject) =>
        $"{bucket.Name}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";
}
