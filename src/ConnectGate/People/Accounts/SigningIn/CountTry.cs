using System.Globalization;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>Counts one try before it is looked at, so that of many at once no more than the limit are.</summary>
internal static class CountTry
{
    /// <summary>Takes one from every bucket.</summary>
    [SentBy(Senders.Server)]
    public sealed record Command(IReadOnlyList<(Bucket Bucket, string Subject)> Buckets) : ICommand<Counted>;

    /// <param name="RetryAt">Null where the try is free.</param>
    public sealed record Counted(DateTime? RetryAt);

    /// <summary>
    /// A device on which the account's owner signed in has a bucket of its own; all others share the account's and
    /// their network's.
    /// </summary>
    public static Command ForPassword(string normalizedEmail, Origin origin, Tickets tickets)
    {
        var device = tickets.Read(TicketPurpose.TrustedDevice, origin.DeviceTicket);
        return new Command(
            device is not null && device.Value.StartsWith(DeviceOf(normalizedEmail), StringComparison.Ordinal)
                ? [(Bucket.Device, device.Value)]
                : [(Bucket.Account, normalizedEmail), (Bucket.Network, origin.Network)]
        );
    }

    public static Command ForCode(long accountId) => new([(Bucket.SecondStep, Text(accountId))]);

    public static Command ForReenteredPassword(long accountId) => new([(Bucket.Reentered, Text(accountId))]);

    public static Command ForLink(string subject) => new([(Bucket.Link, subject)]);

    /// <summary>What a trusted device's ticket begins with.</summary>
    public static string DeviceOf(string normalizedEmail) => normalizedEmail + "\n";

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    internal sealed class Handler(Throttle throttle) : IRequestHandler<Command, Outcome<Counted>>
    {
        public async Task<Outcome<Counted>> Handle(Command command, CancellationToken cancellationToken)
        {
            DateTime? retryAt = null;
            foreach (var (bucket, subject) in command.Buckets)
            {
                var full = await throttle.TakeAsync(bucket, subject, cancellationToken);
                retryAt = retryAt > full ? retryAt : full ?? retryAt;
            }

            return new Counted(retryAt);
        }
    }
}

/// <summary>Gives back a try that turned out to be right.</summary>
internal static class GiveTryBack
{
    [SentBy(Senders.Server)]
    public sealed record Command(IReadOnlyList<(Bucket Bucket, string Subject)> Buckets) : ICommand<Done>;

    internal sealed class Handler(Throttle throttle) : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            foreach (var (bucket, subject) in command.Buckets)
            {
                await throttle.GiveBackAsync(bucket, subject, cancellationToken);
            }

            return default(Done);
        }
    }
}
