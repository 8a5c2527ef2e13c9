using System.Globalization;

namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// Counts each try before it is checked. So no more than the limit are checked, even of many simultaneous tries.
/// </summary>
internal static class CountTry
{
    [SentBy(Senders.Server)]
    public sealed record Command(IReadOnlyList<(Bucket Bucket, string Subject)> Buckets) : ICommand<Counted>;

    /// <param name="RetryAt">Null where the try is within the limit.</param>
    public sealed record Counted(DateTime? RetryAt);

    /// <summary>
    /// A device on which the account's owner signed in has its own bucket. All others share the account's bucket and
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

    /// <summary>The beginning of a trusted device's ticket.</summary>
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

/// <summary>Takes back the count of a try that turned out to be right.</summary>
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
