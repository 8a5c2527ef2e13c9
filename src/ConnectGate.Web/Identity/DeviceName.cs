namespace ConnectGate.Web.Identity;

/// <summary>What a device calls itself, in a few words its owner knows: "Firefox on Windows".</summary>
internal static class DeviceName
{
    // The first that fits counts: Edge and Opera call themselves Chrome too, and Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Browser and system, or the first words of a program's own name.</summary>
    public static string Of(string userAgent)
    {
        var browser = Find(Browsers, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            (not null, not null) => $"{browser} ({system})",
            (not null, null) => browser,
            _ => userAgent.Length <= 60 ? userAgent : userAgent[..60],
        };
    }

    private static string? Find((string Mark, string Name)[] known, string userAgent) =>
        known
            .Where(one => userAgent.Contains(one.Mark, StringComparison.Ordinal))
            .Select(one => one.Name)
            .FirstOrDefault();
}
