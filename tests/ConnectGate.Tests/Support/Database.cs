namespace ConnectGate.Tests.Support;

/// <summary>Where a test keeps its community.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
