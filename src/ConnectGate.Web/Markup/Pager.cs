using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace ConnectGate.Web.Markup;

/// <summary>
/// The links to other pages of a list: <c>&lt;pager next="@Model.List.Next" /&gt;</c>. The rest of the query stays as
/// it is.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Pager(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    public const string Parameter = "cursor";

    /// <summary>The cursor of the next page; null or empty on the last one.</summary>
    public string? Next { get; set; }

    /// <summary>The words of the link to the next page; "Older" where null.</summary>
    public string? Label { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var request = ViewContext.HttpContext.Request;
        var inside = request.Query.ContainsKey(Parameter);
        if (Next is not { Length: > 0 } && !inside)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", texts["pager-label"].Value);
        if (inside)
        {
            output.Content.AppendHtml(Link(Address(request, null), texts["newest"], null));
        }

        if (Next is { Length: > 0 })
        {
            output.Content.AppendHtml(Link(Address(request, Next), Label ?? texts["older"], "next"));
        }
    }

    private static string Address(HttpRequest request, string? cursor)
    {
        var others = request
            .Query.Where(part => part.Key != Parameter)
            .SelectMany(part => part.Value.Select(value => KeyValuePair.Create(part.Key, value)));
        var address = QueryHelpers.AddQueryString(request.PathBase + request.Path, others);
        return cursor is null ? address : QueryHelpers.AddQueryString(address, Parameter, cursor);
    }

    private static TagBuilder Link(string address, string words, string? rel)
    {
        var link = new TagBuilder("a");
        link.AddCssClass("btn btn-outline-secondary");
        link.Attributes["href"] = address;
        if (rel is not null)
        {
            link.Attributes["rel"] = rel;
        }

        link.InnerHtml.Append(words);
        return link;
    }
}
