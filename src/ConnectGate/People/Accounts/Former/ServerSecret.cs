namespace ConnectGate.People.Accounts.Former;

/// <summary>A random key of the community, encrypted by the application's keys.</summary>
internal sealed class ServerSecret
{
    public required string Name { get; init; }

    /// <summary>Written again where the keys that encrypted it no longer exist.</summary>
    public required string Sealed { get; set; }
}
