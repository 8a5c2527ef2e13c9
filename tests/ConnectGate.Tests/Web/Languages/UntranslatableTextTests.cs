using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ConnectGate.Tests.Web.Authorization;

namespace ConnectGate.Tests.Web.Languages;

/// <summary>
/// Finds text on a page that comes from no resource file, so that no translator can translate it, and text that is
/// encoded twice, so that its letters outside of ASCII are numbers.
/// </summary>
public sealed partial class UntranslatableTextTests(PseudoLanguage cast) : IClassFixture<PseudoLanguage>
{
    // What members write is marked as such, so that it keeps its own direction.
    private const string ByMembers =
        "bdi, [dir=auto], .written, textarea, time, code, pre, script, style, [lang]:not(html), svg text";

    // The names of time zones are those of the IANA, each language has its own name, and a community's rules are its
    // own words.
    private const string OfOthers = "[name=timeZone] option, [name^=language] option, [name=rule] option";

    // The community's name, a code, an address, and a date, which the culture puts into words.
    [GeneratedRegex(
        @"ConnectGate|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b|https?://\S+|\S+@example\.org|\b\d{1,2} [A-Z]\p{Ll}+( \d{4})?"
    )]
    private static partial Regex NotWords();

    private static readonly string[] Said = ["aria-label", "alt", "title", "placeholder", "label", "content"];

    [Fact]
    public async Task Every_text_of_every_page_is_in_a_resource_file_and_encoded_once()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (address, opens, who) in TablePages.All)
        {
            var things = await cast.ThingAsync(opens, opens == Opens.ByCode ? Subject.Anothers : Subject.Own, who);
            var browser = await cast.Site.VisitAsync(cast.Who(who)!);
            foreach (var visitor in new[] { browser, cast.Site.NewVisitor() })
            {
                var page = await visitor.GetAsync(TablePages.Path(address, things));
                if (page.Status == HttpStatusCode.OK && page.Document.QuerySelector("main") is not null)
                {
                    found.UnionWith(
                        Outside(page.Document).Concat(EncodedTwice(page.Document)).Select(text => $"{address}: {text}")
                    );
                }
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    // The brackets are no ASCII, so a text that is encoded twice shows.
    private static IEnumerable<string> EncodedTwice(IDocument document) =>
        from element in document.All
        let text = element.Children.Length == 0 ? element.TextContent : ""
        from value in element.Attributes.Select(attribute => attribute.Value).Append(text)
        where value.Contains("&#x", StringComparison.Ordinal)
        select $"{element.LocalName} {value}";

    private static IEnumerable<string> Outside(IDocument document)
    {
        var depth = 0;
        foreach (var node in document.DocumentElement.DescendantsAndSelf())
        {
            if (node is IElement element)
            {
                foreach (var name in Said.Where(name => element.GetAttribute(name) is { } value && IsLeft(value, 0)))
                {
                    if (element is not IHtmlMetaElement && element.Closest(ByMembers) is null)
                    {
                        yield return $"{element.LocalName} {name}={element.GetAttribute(name)}";
                    }
                }
            }
            else if (node is IText text)
            {
                if (IsLeft(text.Data, depth) && text.ParentElement?.Closest($"{ByMembers}, {OfOthers}") is null)
                {
                    yield return text.Data.Trim();
                }

                depth +=
                    text.Data.Count(one => one == PseudoLanguage.Opens)
                    - text.Data.Count(one => one == PseudoLanguage.Closes);
            }
        }
    }

    private static bool IsLeft(string text, int depth)
    {
        var isLeft = false;
        foreach (var one in NotWords().Replace(text, ""))
        {
            depth +=
                one == PseudoLanguage.Opens ? 1
                : one == PseudoLanguage.Closes ? -1
                : 0;
            isLeft |= depth == 0 && char.IsLetter(one);
        }

        return isLeft;
    }
}
