namespace ConnectGate.People.Accounts.Keys;

/// <summary>
/// One key of the ring that protects cookies and tokens, encrypted, in the database so that all nodes share it.
/// </summary>
internal sealed class DataProtectionKey
{
    public long Id { get; private set; }
    public required string FriendlyName { get; init; }
    public required string Xml { get; init; }
}
