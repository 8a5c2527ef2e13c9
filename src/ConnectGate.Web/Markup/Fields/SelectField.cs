using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// A drop-down list, for more choices than radio buttons can show: <c>&lt;select-field name="hour" label="…"
/// choices="…" value="@…" /&gt;</c>.
/// </summary>
[HtmlTargetElement("select-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectField(IStringLocalizer<SharedTexts> texts) : Field(texts)
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The choice when the form first appears.</summary>
    public string? Value { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginGroup(output, "div");
        var label = Element("label", "field-label", null, LabelText());
        label.Attributes["for"] = FieldId.Of(Name);

        var options = new HtmlContentBuilder();
        var chosen = Typed(Value);
        foreach (var choice in Choices)
        {
            var option = Element("option", null, null, new HtmlContentBuilder().Append(choice.Label));
            option.Attributes["value"] = choice.Value;
            if (choice.Value == chosen)
            {
                option.Attributes["selected"] = "selected";
            }

            options.AppendHtml(option);
        }

        var select = Element("select", "form-select", FieldId.Of(Name), options);
        select.Attributes["name"] = Name;
        Describe(select);
        output.Content.AppendHtml(label);
        AppendHintAndErrors(output.Content);
        output.Content.AppendHtml(select);
    }
}
