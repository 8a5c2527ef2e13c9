using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Pages.Conversations;

/// <summary>
/// What a connection wrote, with the web addresses in it made links. Everything is encoded; only http and https become
/// links.
/// </summary>
public static partial class LinkedText
{
    /// <summary>The text as HTML.</summary>
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

    // What ends a sentence or closes a bracket is the writer's, not the address's.
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
