using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// The list of errors at the top of a page, each with a link to its field: <c>&lt;error-summary /&gt;</c>. It follows
/// the order of the fields on the page; errors without a field come first. It takes the focus. Without errors it writes
/// nothing.
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
        if (ViewContext.ViewData.ModelState.ErrorCount == 0)
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
        output
            .Content.AppendHtml("<h2>")
            .Append(texts["error-summary-title"])
            .AppendHtml("</h2><ul>")
            .AppendHtml(new Lines(this))
            .AppendHtml("</ul>");
    }

    // Keys of the model state can begin with capitals, as properties do. The controls have the names of the refusals,
    // and ids are case-sensitive.
    private static string AsNamed(string field) =>
        string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private IHtmlContent Line(string field, string message, string? label)
    {
        var words = label is null ? message : texts["error-summary-named", label, message].Value;
        if (field.Length == 0)
        {
            return new HtmlContentBuilder().Append(words);
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + FieldId.Of(AsNamed(field));
        link.InnerHtml.Append(words);
        return new HtmlContentBuilder().AppendHtml(link);
    }

    /// <summary>
    /// Written after the whole page was made, so that the fields below the summary have told their order.
    /// </summary>
    private sealed class Lines(ErrorSummary summary) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var view = summary.ViewContext;
            var fields = FieldOrder.Of(view);
            var errors =
                from entry in view.ViewData.ModelState
                from error in entry.Value.Errors
                orderby fields.PlaceOf(entry.Key)
                select summary.Line(entry.Key, error.ErrorMessage, fields.NameOf(entry.Key));
            foreach (var line in errors)
            {
                writer.Write("<li>");
                line.WriteTo(writer, encoder);
                writer.Write("</li>");
            }
        }
    }
}
