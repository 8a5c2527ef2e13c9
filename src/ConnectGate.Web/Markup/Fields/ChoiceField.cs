using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <param name="Hint">The meaning of the choice, if the label does not explain it.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);

/// <summary>
/// Radio buttons or, with <c>many</c>, check boxes under one legend: <c>&lt;choice-field name="reason" label="…"
/// choices="Model.Reasons" value="@…" /&gt;</c>.
/// </summary>
[HtmlTargetElement("choice-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoiceField(IStringLocalizer<SharedTexts> texts) : Field(texts)
{
    public IEnumerable<Choice> Choices { get; set; } = [];

    /// <summary>The choice when the form first appears; null for none.</summary>
    public string? Value { get; set; }

    /// <summary>The choices when the form first appears, with <see cref="Many"/>.</summary>
    public IEnumerable<string> Values { get; set; } = [];

    public bool Many { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        BeginGroup(output, "fieldset");
        if (DescribedBy() is { } ids)
        {
            output.Attributes.SetAttribute("aria-describedby", ids);
        }

        output.Content.AppendHtml(Element("legend", "field-label", null, LabelText()));
        AppendHintAndErrors(output.Content);
        var chosen = Chosen();
        foreach (var (choice, index) in Choices.Select((choice, index) => (choice, index)))
        {
            // The summary's link leads to the group's first control.
            output.Content.AppendHtml(
                Control(
                    choice,
                    index == 0 ? FieldId.Of(Name) : $"{FieldId.Of(Name)}-{index}",
                    chosen.Contains(choice.Value)
                )
            );
        }
    }

    private TagBuilder Control(Choice choice, string id, bool chosen)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("form-check-input");
        input.Attributes["type"] = Many ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = choice.Value;
        if (chosen)
        {
            input.Attributes["checked"] = "checked";
        }

        var label = Element("label", "form-check-label", null, new HtmlContentBuilder().Append(choice.Label));
        label.Attributes["for"] = id;
        var content = new HtmlContentBuilder().AppendHtml(input).AppendHtml(label);
        if (choice.Hint is { Length: > 0 })
        {
            input.Attributes["aria-describedby"] = id + "-hint";
            content.AppendHtml(
                Element("div", "field-hint", id + "-hint", new HtmlContentBuilder().Append(choice.Hint))
            );
        }

        return Element("div", "form-check", null, content);
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is { } raw)
        {
            return [.. raw as string[] ?? [raw.ToString() ?? ""]];
        }

        return [.. Values, .. Value is { } value ? [value] : Array.Empty<string>()];
    }
}
