using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>So many tries in a window of time.</summary>
/// <param name="Name">Keeps one bucket from another.</param>
/// <param name="Most">How many.</param>
/// <param name="Window">In how long.</param>
internal sealed record Bucket(string Name, int Most, TimeSpan Window)
{
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Passwords for one account from devices that its owner has not used. Who guesses waits; the owner's own devices
    /// have buckets of their own, and a passkey or a reset asks for no password, so that nobody can lock somebody else
    /// out.
    /// </summary>
    public static readonly Bucket Account = new("account", 5, QuarterHour);

    /// <summary>Passwords from one network address, for whatever account.</summary>
    public static readonly Bucket Network = new("network", 50, QuarterHour);

    /// <summary>Passwords from one device on which the owner signed in before.</summary>
    public static readonly Bucket Device = new("device", 10, QuarterHour);

    /// <summary>Codes of the second step, after a right password.</summary>
    public static readonly Bucket SecondStep = new("second-step", 5, QuarterHour);

    /// <summary>The password asked again before a change, in a session.</summary>
    public static readonly Bucket Reentered = new("reentered", 10, QuarterHour);

    /// <summary>Mail to one address that anybody can cause: confirmations, resets.</summary>
    public static readonly Bucket MailTo = new("mail-to", 5, TimeSpan.FromHours(1));

    /// <summary>Registrations and resets from one network address.</summary>
    public static readonly Bucket Asking = new("asking", 60, TimeSpan.FromHours(1));

    /// <summary>One code of an authenticator is good once, while its time lasts.</summary>
    public static readonly Bucket OneCode = new("code", 1, TimeSpan.FromMinutes(5));

    /// <summary>Passwords entered with one mailed link.</summary>
    public static readonly Bucket Link = new("link", 10, QuarterHour);

    /// <summary>No window is longer.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);
}

/// <summary>
/// Counts tries, atomically on both databases, under hashed keys: no address or device can be read from the table.
/// </summary>
internal sealed class Throttle(ConnectGateContext context, Actor actor)
{
    /// <summary>Takes one try, in the command's transaction.</summary>
    /// <returns>Null where it was free, else the time from which the next is.</returns>
    public async Task<DateTime?> TakeAsync(Bucket bucket, string subject, CancellationToken cancellationToken)
    {
        var now = actor.Now;
        var key = Key(bucket, subject);
        var begin = now - bucket.Window;
        while (true)
        {
            var taken = await context
                .SignInTries.Where(attempts =>
                    attempts.Key == key && attempts.Since > begin && attempts.Count < bucket.Most
                )
                .ExecuteUpdateAsync(
                    set => set.SetProperty(attempts => attempts.Count, attempts => attempts.Count + 1),
                    cancellationToken
                );
            if (taken == 1)
            {
                return null;
            }

            var anew = await context
                .SignInTries.Where(attempts => attempts.Key == key && attempts.Since <= begin)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(attempts => attempts.Count, 1).SetProperty(attempts => attempts.Since, now),
                    cancellationToken
                );
            if (anew == 1)
            {
                return null;
            }

            var found = await context
                .SignInTries.AsNoTracking()
                .SingleOrDefaultAsync(attempts => attempts.Key == key, cancellationToken);
            if (found is null)
            {
                // Two first ones at once meet in the primary key, and one runs again.
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

            // Another's first one was saved in between, and left room.
        }
    }

    /// <summary>Gives a try back that was no guess.</summary>
    public Task GiveBackAsync(Bucket bucket, string subject, CancellationToken cancellationToken)
    {
        var key = Key(bucket, subject);
        return context
            .SignInTries.Where(attempts => attempts.Key == key && attempts.Count > 0)
            .ExecuteUpdateAsync(
                set => set.SetProperty(attempts => attempts.Count, attempts => attempts.Count - 1),
                cancellationToken
            );
    }

    /// <summary>Forgets counts that no window reaches any more.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var old = actor.Now - Bucket.LongestWindow;
        return context.SignInTries.Where(attempts => attempts.Since < old).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Key(Bucket bucket, string subject) =>
        $"{bucket.Name}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)))}";
}
