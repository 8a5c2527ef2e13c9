namespace ConnectGate.Tests.Web.Pages.Account;

/// <summary>What people try to be led elsewhere by.</summary>
internal static class Redirects
{
    private static readonly string[] Tricks =
    [
        "//evil.test",
        "///evil.test",
        "////evil.test",
        "/\\evil.test",
        "\\/evil.test",
        "\\\\evil.test",
        "/\\/evil.test",
        "/\t/evil.test",
        "/\n/evil.test",
        "/\r\n/evil.test",
        "\t//evil.test",
        " //evil.test",
        "http://evil.test",
        "https://evil.test",
        "HTTPS://evil.test",
        "https:/evil.test",
        "https:evil.test",
        "https:///evil.test",
        "http:\\\\evil.test",
        "http:/\\evil.test",
        "ftp://evil.test",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.test/..",
        "//evil.test%2f..",
        "//localhost@evil.test",
        "https://localhost@evil.test",
        "https://localhost.evil.test",
        "//localhost:443@evil.test/",
        "@evil.test",
        "evil.test",
        "www.evil.test",
        ".evil.test",
        "~/\\evil.test",
        "~//evil.test",
        "~/%2f/evil.test",
        "?//evil.test",
        "#//evil.test",
        "/%09/evil.test",
        "/%5cevil.test",
        "/%2f%2fevil.test",
        "//%65vil.test",
        "//evil%2etest",
        "//evil。test",
        "//ｅvil.test",
        "/／evil.test",
        "／／evil.test",
        "\u200b//evil.test",
        "\u0000//evil.test",
        "//[::1]",
        "//0x7f000001",
        "//2130706433",
    ];

    /// <summary>Each trick as it is, and encoded once more.</summary>
    public static readonly IReadOnlyList<string> Payloads =
    [
        .. Tricks.Select(Uri.EscapeDataString),
        .. Tricks.Select(trick => Uri.EscapeDataString(Uri.EscapeDataString(trick))),
    ];

    /// <summary>Whether a browser that follows this stays at this place.</summary>
    public static bool StaysHere(string? location) =>
        location is not null
        && Uri.TryCreate(
            new Uri("https://localhost/account/sign-in"),
            location.Replace('\\', '/').Replace("\t", "", StringComparison.Ordinal),
            out var target
        )
        && target.Host == "localhost"
        && target.Scheme == "https";
}
