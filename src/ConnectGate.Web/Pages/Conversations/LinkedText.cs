using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Pages.Conversations;

/// <summary>
/// Makes links of the web addresses in a connection's message. Everything is encoded, and only http and https addresses
/// become links.
/// </summary>
public static partial class LinkedText
{
    public static IHtmlContent Of(string text)
    {
        var content = new HtmlContentBuilder();
        var end = 0;
        foreach (Match match in Address().Matches(text))
        {
            var address = WithoutClosing(match.Value);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            {
                continue;
            }

            content.Append(text[end..match.Index]);
            content.AppendHtml(Link(address, uri));
            end = match.Index + address.Length;
        }

        return content.Append(text[end..]);
    }

    private static TagBuilder Link(string address, Uri uri)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = uri.AbsoluteUri;
        link.Attributes["rel"] = "noopener noreferrer nofollow";
        link.InnerHtml.Append(address);
        return link;
    }

    // Punctuation at the end belongs to the sentence, not to the address.
    private static string WithoutClosing(string address)
    {
        var trimmed = address.TrimEnd('.', ',', ';', ':', '!', '?', '\'', '”', '»');
        return trimmed.EndsWith(')') && !trimmed.Contains('(', StringComparison.Ordinal)
            ? WithoutClosing(trimmed[..^1])
            : trimmed;
    }

    [GeneratedRegex(
        """https?://[^\s<>"]+""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
