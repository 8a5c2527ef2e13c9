using Microsoft.EntityFrameworkCore.Migrations;

namespace ConnectGate.Migrations;

/// <summary>Gives the migration the id that was decided on: a time to the second, and its name.</summary>
internal sealed class FixedId(string id) : IMigrationsIdGenerator
{
    private const string Time = "yyyyMMddHHmmss";

    /// <summary>The id of a migration made at that time.</summary>
    public static string Of(string name, DateTimeOffset time) =>
        $"{time.UtcDateTime.ToString(Time, System.Globalization.CultureInfo.InvariantCulture)}_{name}";

    public string GenerateId(string name) => id;

    public string GetName(string id) => id[(Time.Length + 1)..];

    public bool IsValidId(string value) =>
        value.Length > Time.Length + 1
        && value[Time.Length] == '_'
        && value.AsSpan(0, Time.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
