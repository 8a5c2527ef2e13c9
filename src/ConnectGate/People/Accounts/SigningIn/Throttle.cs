using System.Security.Cryptography;
using System.Text;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>A limit on tries within a window of time.</summary>
/// <param name="Name">Separates this bucket's counts from others.</param>
/// <param name="Most">The most tries in one window.</param>
/// <param name="Window">Starts with the first try.</param>
internal sealed record Bucket(string Name, int Most, TimeSpan Window)
{
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Passwords for one account from devices that its owner has not used. A guesser must wait. Nobody can lock the
    /// owner out: the owner's devices have their own buckets, and a passkey or a reset needs no password.
    /// </summary>
    public static readonly Bucket Account = new("account", 5, QuarterHour);

    /// <summary>Passwords from one network address, for any account.</summary>
    public static readonly Bucket Network = new("network", 50, QuarterHour);

    /// <summary>Passwords from one device on which the owner signed in before.</summary>
    public static readonly Bucket Device = new("device", 10, QuarterHour);

    /// <summary>Codes of the second step, after a right password.</summary>
    public static readonly Bucket SecondStep = new("second-step", 5, QuarterHour);

    /// <summary>The password entered again before a change, in a session.</summary>
    public static readonly Bucket Reentered = new("reentered", 10, QuarterHour);

    /// <summary>Mails to one address that anybody can cause: confirmations, resets.</summary>
    public static readonly Bucket MailTo = new("mail-to", 5, TimeSpan.FromHours(1));

    /// <summary>Registrations and resets from one network address.</summary>
    public static readonly Bucket Asking = new("asking", 60, TimeSpan.FromHours(1));

    /// <summary>Lets each code of an authenticator work only once while it is valid.</summary>
    public static readonly Bucket OneCode = new("code", 1, TimeSpan.FromMinutes(5));

    /// <summary>Passwords entered with one mailed link.</summary>
    public static readonly Bucket Link = new("link", 10, QuarterHour);

    /// <summary>The longest window of all buckets.</summary>
    public static readonly TimeSpan LongestWindow = TimeSpan.FromHours(1);
}

/// <summary>
/// Counts tries, atomically on both databases. The keys are hashed, so that nobody can read an address or device from
/// the table.
/// </summary>
internal sealed class Throttle(ConnectGateContext context, Actor actor)
{
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
