using ConnectGate.Tests.Support.Databases;

[assembly: AssemblyFixture(typeof(ConnectGate.Tests.Support.Run))]

namespace ConnectGate.Tests.Support;

/// <summary>What a run leaves behind is removed at its end.</summary>
public sealed class Run : IDisposable
{
    public void Dispose()
    {
        PostgresCluster.Stop();
        new SqliteFiles().Dispose();
    }
}
