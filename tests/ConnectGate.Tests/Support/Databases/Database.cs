namespace ConnectGate.Tests.Support.Databases;

/// <summary>Where a test keeps its community.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}
