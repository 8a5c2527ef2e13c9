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

    /// <summary>A device that the owner has used has its own bucket. All others share the account's.</summary>
    public static Command ForPassword(string normalizedEmail, Origin origin, KnownDevices devices) =>
        new(
            devices.Find(normalizedEmail, origin.DeviceTicket) is { } device
                ? [(Bucket.Device, device)]
                :
                [
                    (Bucket.AccountFromNetwork, $"{normalizedEmail}\n{origin.Network}"),
                    (Bucket.Network, origin.Network),
                    (Bucket.Account, normalizedEmail),
                ]
        );

    /// <summary>For the second step, after a right password. The same holds as for the password.</summary>
    public static Command ForCode(long accountId, Origin origin, KnownDevices devices) =>
        new(
            devices.Find(accountId, origin.DeviceTicket) is { } device
                ? [(Bucket.CodeFromDevice, device)]
                :
                [
                    (Bucket.CodeFromNetwork, $"{Text(accountId)}\n{origin.Network}"),
                    (Bucket.SecondStep, Text(accountId)),
                ]
        );

    /// <summary>By session: somebody in another session of the account uses up nothing here.</summary>
    public static Command ForReenteredPassword(Actor actor) =>
        new([(Bucket.Reentered, $"{Text(actor.Id)}\n{actor.SessionId}")]);

    public static Command ForLink(string subject) => new([(Bucket.Link, subject)]);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    internal sealed class Handler(Throttle throttle) : IRequestHandler<Command, Outcome<Counted>>
    {
        public async Task<Outcome<Counted>> Handle(Command command, CancellationToken cancellationToken) =>
            new Counted(await throttle.TakeAsync(command.Buckets, cancellationToken));
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
