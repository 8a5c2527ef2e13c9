namespace ConnectGate.Foundation;

/// <summary>The time zones to choose from, by their IANA names, from the machine's tz database.</summary>
internal static class Zones
{
    public const string Utc = "UTC";

    public static IReadOnlyList<string> All { get; } =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Where(zone => zone.HasIanaId)
            .Select(zone => zone.Id)
            .Append(Utc)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Also accepts the older names of a zone.</summary>
    public static bool Has(string? name) =>
        name is not null
        && (name == Utc || (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId));

    /// <summary>UTC where the machine no longer knows the name.</summary>
    public static TimeZoneInfo Of(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
