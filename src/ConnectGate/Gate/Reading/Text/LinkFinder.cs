using System.Text.RegularExpressions;

namespace ConnectGate.Gate.Reading.Text;

/// <summary>Finds links, also those that are spelt out so as not to look like one.</summary>
internal static class LinkFinder
{
    /// <summary>Where the links of a text are, in order.</summary>
    public static IReadOnlyList<(int Start, int Length)> In(string text)
    {
        text = Glyphs.Latin(text);
        if (!text.AsSpan().ContainsAny('.', '/', '@') && !text.Contains("dot", StringComparison.OrdinalIgnoreCase))
        {
            return [];
        }

        return [.. Link.Matches(text).Select(match => (match.Index, match.Length))];
    }

    // A scheme or www, a bare host of a well-known kind with or without a path, an address, or "name dot com". ".net"
    // without a path ends a product's name: ASP.NET, xunit.net.
    private static readonly Regex Link = new(
        @"\b(https?://[^\s<>""]+|www\.[\p{L}\d][^\s<>""]*|[a-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+"
            + @"|([a-z0-9-]+\.)+net/[^\s<>""]*|([a-z0-9-]+\.)+(com|org|io|ly|me|co|biz|info|app|dev|shop|site|online|"
            + @"xyz|link|example|eu|de|fr|es|pt|nl|it|dk|uk|us|ch|at|be|br)\b(/[^\s<>""]*)?"
            + @"|[a-z0-9-]{2,}[ \t](\(|\[)?dot(\)|\])?[ \t](com|net|org|io|co|example|site|shop|xyz)\b)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    );
}
