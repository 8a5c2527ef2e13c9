using ConnectGate.Foundation.Data;

namespace ConnectGate.Postgres;

/// <inheritdoc cref="DesignTime"/>
internal sealed class PostgresDesignTime() : DesignTime(new Postgres(), "Host=nowhere");
