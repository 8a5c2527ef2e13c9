namespace ConnectGate.Web.Pages.Account;

/// <summary>
/// Why somebody who followed a link must sign in, by the kind of the page that they asked for. Nobody looks whether
/// the page exists.
/// </summary>
internal static class WhySignIn
{
    // The first that fits.
    private static readonly (string Begins, string Text)[] Reasons =
    [
        ("/inbox/", "why-letter"),
        ("/inbox", "why-inbox"),
        ("/ask/", "why-ask"),
        ("/m/", "why-profile"),
        ("/members", "why-members"),
        ("/sent", "why-sent"),
        ("/conversations", "why-conversation"),
        ("/connections", "why-connections"),
        ("/introductions", "why-introduction"),
        ("/references", "why-reference"),
        ("/groups/join", "why-join"),
        ("/groups", "why-group"),
        ("/gatherings", "why-gathering"),
        ("/met", "why-met"),
        ("/notifications", "why-notifications"),
        ("/settings", "why-settings"),
        ("/", "why-other"),
    ];

    /// <summary>The name of the text; null for somebody who asked for no page.</summary>
    /// <param name="returnUrl">As the address has it: perhaps made up, perhaps of another site.</param>
    public static string? Of(string? returnUrl) =>
        returnUrl is null or "/" || !returnUrl.StartsWith('/') || returnUrl.StartsWith("//", StringComparison.Ordinal)
            ? null
            : Reasons.First(one => returnUrl.StartsWith(one.Begins, StringComparison.OrdinalIgnoreCase)).Text;
}
