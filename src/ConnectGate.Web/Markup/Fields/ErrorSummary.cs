using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// The list of errors at the top of a page, each with a link to its field: <c>&lt;error-summary /&gt;</c>. It takes the
/// focus. Without errors it writes nothing.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummary(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var errors = ViewContext
            .ViewData.ModelState.SelectMany(entry =>
                entry.Value!.Errors.Select(error => (Field: entry.Key, error.ErrorMessage))
            )
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Content.AppendHtml("<h2>").Append(texts["error-summary-title"]).AppendHtml("</h2><ul>");
        foreach (var (field, message) in errors)
        {
            output.Content.AppendHtml("<li>").AppendHtml(Line(field, message)).AppendHtml("</li>");
        }

        output.Content.AppendHtml("</ul>");
    }

    // Keys of the model state can begin with capitals, as properties do. The controls have the names of the refusals,
    // and ids are case-sensitive.
    private static string AsNamed(string field) =>
        string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static IHtmlContent Line(string field, string message)
    {
        if (field.Length == 0)
        {
            return new HtmlContentBuilder().Append(message);
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + FieldId.Of(AsNamed(field));
        link.InnerHtml.Append(message);
        return link;
    }
}
