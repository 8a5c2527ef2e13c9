using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.People.Accounts.Keys;

/// <summary>A process that serves the community, as it announced itself.</summary>
internal sealed class Node
{
    /// <summary>How long a node counts as alive after it was last seen. Its clock may be behind by less.</summary>
    public static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(1);

    /// <summary>Of this start.</summary>
    public required string Id { get; init; }

    public required string Machine { get; init; }

    /// <summary>Of the machine's processes.</summary>
    public required int ProcessId { get; init; }

    /// <summary>SHA-256 of the certificate that encrypts its keys, in hexadecimal.</summary>
    public required string Certificate { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>
    /// Whether it ended: it was not seen for too long, or it ran on this machine and its process is gone. So a start
    /// after a crash waits for nothing. In a container the new process often has the number of the crashed one.
    /// </summary>
    public bool HasEnded(DateTime now) =>
        SeenAt < now - CountsFor
        || (Machine == Environment.MachineName && (ProcessId == Environment.ProcessId || !Runs(ProcessId)));

    /// <summary>How long it still counts if it is not seen again.</summary>
    public int SecondsLeft(DateTime now) => (int)Math.Ceiling((SeenAt + CountsFor - now).TotalSeconds);

    private static bool Runs(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

internal sealed class NodeMapping : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> builder) => builder.ToTable("Nodes");
}
