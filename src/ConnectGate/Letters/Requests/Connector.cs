namespace ConnectGate.Letters.Requests;

/// <summary>Who passes a letter on, or is asked to.</summary>
/// <param name="Handle">Their handle.</param>
/// <param name="DisplayName">Their name.</param>
public sealed record Connector(string Handle, string DisplayName);
