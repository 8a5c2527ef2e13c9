namespace ConnectGate.Letters.Requests;

/// <summary>The member who passes a letter on, or who was asked to.</summary>
public sealed record Connector(string Handle, string DisplayName);
