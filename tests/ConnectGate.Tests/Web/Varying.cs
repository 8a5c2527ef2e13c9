using System.Text.RegularExpressions;

namespace ConnectGate.Tests.Web;

/// <summary>
/// The parts of a page that differ each time: tokens, keys of forms, traces, references, ids of messages, the page's
/// own address in its footer, and the colours of faces, which come from handles.
/// </summary>
internal static partial class Varying
{
    public static string Masked(string body) => Parts().Replace(body, "…");

    [GeneratedRegex(
        """
            CfDJ8[\w-]+
            |(?<=name="idempotencyKey"[^>]*\ value=")[^"]+
            |(?<="traceId":")[^"]+
            |(?<=Reference:\ )\w+
            |(?<="face\ face-)\d
            |(?<=/report/talk/)[\w-]+
            |(?<=/language\?returnUrl=)[^"]+
            |(?<="id":")[\w-]+(?=","mine")
            |[0-9a-f]{32}
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Parts();
}
