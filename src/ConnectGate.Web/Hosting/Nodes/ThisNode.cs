using ConnectGate.People.Accounts.Keys;

namespace ConnectGate.Web.Hosting.Nodes;

/// <summary>This process among the nodes of the community.</summary>
/// <param name="Certificate">SHA-256 of the certificate that encrypts the keys, in hexadecimal.</param>
internal sealed record ThisNode(string Certificate)
{
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public AnnounceNode.Command Announcement => new(Id, Environment.MachineName, Environment.ProcessId, Certificate);
}
