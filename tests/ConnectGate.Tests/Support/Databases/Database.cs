namespace ConnectGate.Tests.Support.Databases;

public enum Database
{
    Sqlite,
    Postgres,
}
