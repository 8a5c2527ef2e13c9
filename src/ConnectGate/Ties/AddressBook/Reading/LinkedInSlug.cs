using System.Text.RegularExpressions;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// The last part of the address of a profile on LinkedIn, <c>linkedin.com/in/…</c>: percent-decoded and in lower case,
/// since that is what is the same in every export.
/// </summary>
internal static partial class LinkedInSlug
{
    // LinkedIn's own limit is 100 characters; encoded ones take up to nine.
    private const int Longest = 100,
        Looked = 2_000;

    /// <summary>The first that the text holds, or null.</summary>
    public static string? Of(string text) => In(text).FirstOrDefault();

    /// <summary>Every one that the text holds: an address alone, or a line that somebody typed.</summary>
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

    // A host that only ends alike ("notlinkedin.com") is another's.
    [GeneratedRegex(
        @"(^|[^\p{L}\p{N}.\-])([a-z]{2,3}\.)?linkedin\.com/in/(?<slug>[^/?#\s<>]+)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.NonBacktracking
            | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Address();
}
