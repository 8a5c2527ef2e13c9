using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup;

/// <summary>A person's text with the quoted words in <c>mark</c> elements.</summary>
public static class MarkedText
{
    /// <param name="text">The text as typed.</param>
    /// <param name="quotes">Quotes of this text, in any order. Where two overlap, one mark covers both.</param>
    public static IHtmlContent Of(string text, IEnumerable<Quote> quotes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(quotes);
        var marked = new HtmlContentBuilder();
        var written = 0;
        foreach (var quote in quotes.Where(quote => quote.Length > 0).OrderBy(quote => quote.Start))
        {
            var (start, end) = (Math.Max(quote.Start, written), Math.Min(quote.Start + quote.Length, text.Length));
            if (start < end)
            {
                var mark = new TagBuilder("mark");
                mark.InnerHtml.Append(text[start..end]);
                marked.Append(text[written..start]).AppendHtml(mark);
                written = end;
            }
        }

        return marked.Append(text[written..]);
    }
}
