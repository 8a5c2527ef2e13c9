namespace ConnectGate.Web.Identity;

/// <summary>The name of a device as its owner knows it: "Firefox (Windows)".</summary>
internal static class DeviceName
{
    // The first match counts, because Edge and Opera also call themselves Chrome, and Chrome calls itself Safari.
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

    /// <summary>Browser and system, or at most 60 characters of an unknown user agent.</summary>
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
