using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup;

/// <summary>A person's text with the quoted words in <c>mark</c> elements.</summary>
public static class MarkedText
{
    /// <param name="text">The text as typed.</param>
    /// <param name="quotes">Quotes of this text, in any order.</param>
    public static IHtmlContent Of(string text, IEnumerable<Quote> quotes) =>
        Of(text, quotes.Select(quote => (quote, Class: (string?)null)));

    /// <param name="text">The text as typed.</param>
    /// <param name="quotes">Quotes of this text in any order, and the class of each mark. Where two overlap, the mark
    /// of the later one begins at the end of the earlier one.</param>
    public static IHtmlContent Of(string text, IEnumerable<(Quote Quote, string? Class)> quotes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quotes);
        var marked = new HtmlContentBuilder();
        var written = 0;
        foreach (var (quote, kind) in quotes.Where(one => one.Quote.Length > 0).OrderBy(one => one.Quote.Start))
        {
            var (start, end) = (Math.Max(quote.Start, written), Math.Min(quote.Start + quote.Length, text.Length));
            if (start < end)
            {
                var mark = new TagBuilder("mark");
                mark.InnerHtml.Append(text[start..end]);
                if (kind is not null)
                {
                    mark.AddCssClass(kind);
                }

                marked.Append(text[written..start]).AppendHtml(mark);
                written = end;
            }
        }

        return marked.Append(text[written..]);
    }
}
