using ConnectGate.Tests.Support.Databases;

[assembly: AssemblyFixture(typeof(ConnectGate.Tests.Support.Run))]

namespace ConnectGate.Tests.Support;

/// <summary>Removes the databases at the end of a run.</summary>
public sealed class Run : IDisposable
{
    public void Dispose()
    {
        PostgresCluster.Stop();
        new SqliteFiles().Dispose();
    }
}
