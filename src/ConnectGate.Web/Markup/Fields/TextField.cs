using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// A text input or, with <c>rows</c>, a text area: <c>&lt;text-field name="note" label="…" hint="…" rows="8" limit="…"
/// /&gt;</c>. Other attributes (autocomplete, inputmode, spellcheck, required …) go to the control.
/// </summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextField(IStringLocalizer<SharedTexts> texts) : Field(texts)
{
    /// <summary>The type of the input. A typed password is never shown again.</summary>
    public string Type { get; set; } = "text";

    /// <summary>The text when the form first appears.</summary>
    public string? Value { get; set; }

    /// <summary>The rows of a text area; 0 for a single line.</summary>
    public int Rows { get; set; }

    /// <summary>The limit of the text. Near it, the field shows the count.</summary>
    public TextLimit? Limit { get; set; }

    /// <summary>A minimum above that of the limit.</summary>
    public int? Minimum { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var control = Control(output);
        output.Attributes.Clear();
        BeginGroup(output, "div");

        var label = Element("label", "field-label", null, LabelText());
        label.Attributes["for"] = FieldId.Of(Name);
        output.Content.AppendHtml(label);
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(control);
        if (Limit is not null)
        {
            output.Content.AppendHtml(
                Element(
                    "p",
                    "field-count",
                    FieldId.Count(Name),
                    new HtmlContentBuilder().Append(FieldCount.Of(Texts, Typed(Value), Limit, Minimum))
                )
            );
        }
    }

    private TagBuilder Control(TagHelperOutput output)
    {
        var control = new TagBuilder(Rows > 0 ? "textarea" : "input");
        foreach (var attribute in output.Attributes)
        {
            control.Attributes[attribute.Name] = attribute switch
            {
                { ValueStyle: HtmlAttributeValueStyle.Minimized } => "",
                // It is encoded already, and the control encodes it again.
                { Value: HtmlString encoded } => WebUtility.HtmlDecode(encoded.Value),
                _ => attribute.Value?.ToString(),
            };
        }

        control.AddCssClass("form-control");
        control.Attributes["id"] = FieldId.Of(Name);
        control.Attributes["name"] = Name;
        Describe(control, counted: Limit is not null);
        if (Limit is not null)
        {
            control.Attributes["data-least"] = (Minimum ?? Limit.Minimum).ToString(CultureInfo.InvariantCulture);
            control.Attributes["data-most"] = Limit.Maximum.ToString(CultureInfo.InvariantCulture);
        }

        if (Rows > 0)
        {
            control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // HTML drops the first line break in a textarea. An added one keeps the writer's own.
            control.InnerHtml.AppendHtml("\n").Append(Typed(Value) ?? "");
        }
        else
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Type;
            if (Type != "password" && Typed(Value) is { } value)
            {
                control.Attributes["value"] = value;
            }
        }

        return control;
    }
}
