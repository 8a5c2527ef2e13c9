using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.People.Accounts;

/// <summary>Where somebody signs in from, as far as one can tell.</summary>
/// <param name="Network">The network address, for throttling.</param>
/// <param name="Device">Browser and system, for the owner's list of sessions.</param>
/// <param name="DeviceTicket">What the device showed of an earlier sign-in by its owner, if anything.</param>
/// <param name="Kind">What will carry the session.</param>
public sealed record Origin(string Network, string Device, string? DeviceTicket, SessionKind Kind);
