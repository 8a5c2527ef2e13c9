using ConnectGate.People.Accounts.Sessions;

namespace ConnectGate.People.Accounts;

/// <summary>The network and device of a sign-in, as far as they are known.</summary>
/// <param name="Network">The network address, for throttling.</param>
/// <param name="Device">Browser and system, for the owner's list of sessions.</param>
/// <param name="DeviceTicket">The device's proof of an earlier sign-in by its owner, if any.</param>
/// <param name="Kind">The carrier of the new session.</param>
public sealed record Origin(string Network, string Device, string? DeviceTicket, SessionKind Kind);
