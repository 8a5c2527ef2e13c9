using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// A single check box, sent as <c>true</c>: <c>&lt;check-field name="mayBeNamedAsLink" label="…" value="true"
/// /&gt;</c>.
/// </summary>
[HtmlTargetElement("check-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckField(IStringLocalizer<SharedTexts> texts) : Field(texts)
{
    /// <summary>Whether the box is ticked when the form first appears.</summary>
    public bool Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginGroup(output, "div");
        var id = FieldId.Of(Name);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = "true";
        Describe(input);
        if (IsTicked())
        {
            input.Attributes["checked"] = "checked";
        }

        var label = Element("label", "form-check-label", null, LabelText());
        label.Attributes["for"] = id;
        output.Content.AppendHtml(
            Element("div", "form-check", null, new HtmlContentBuilder().AppendHtml(input).AppendHtml(label))
        );
        AppendHintAndErrors(output.Content);
    }

    // An unticked box sends nothing, so the method says whether the form was sent. A form that is given back was not.
    private bool IsTicked() =>
        HttpMethods.IsPost(ViewContext.HttpContext.Request.Method) && ViewContext.ViewData[Refusals.GivenBack] is null
            ? Typed(null)?.Contains("true", StringComparison.Ordinal) ?? false
            : Value;
}
