using System.Text.RegularExpressions;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The last part of the address of a LinkedIn profile, <c>linkedin.com/in/…</c>. It is percent-decoded and in lower
/// case, because only this form is the same in every export.
/// </summary>
internal static partial class LinkedInSlug
{
    // LinkedIn's own limit is 100 characters. A percent-encoded character can take nine.
    private const int Longest = 100,
        Looked = 2_000;

    /// <summary>The first one in the text; null if there is none.</summary>
    public static string? Of(string text) => In(text).FirstOrDefault();

    /// <summary>All in the text, which is an address or a line that a member typed.</summary>
    public static IEnumerable<string> In(string text) =>
        Address()
            .Matches(text.Length > Looked ? text[..Looked] : text)
            .Select(found => Normal(found.Groups["slug"].Value))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal);

    private static string? Normal(string encoded)
    {
        var slug = VisibleText
            .Clean(Uri.UnescapeDataString(encoded))
            .Trim('.', ',', ';', ':', ')', '"', '\'')
            .ToLowerInvariant();
        return slug.Length is > 0 and <= Longest && !slug.AsSpan().ContainsAny(" \n/") ? slug : null;
    }

    // A host that only has the same ending ("notlinkedin.com") is not LinkedIn.
    [GeneratedRegex(
        @"(^|[^\p{L}\p{N}.\-])([a-z]{2,3}\.)?linkedin\.com/in/(?<slug>[^/?#\s<>]+)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
