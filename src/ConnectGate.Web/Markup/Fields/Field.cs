using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>What every field of a form has: a name, a label, a hint, the errors found, and what was typed.</summary>
public abstract class Field(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>The control's name; refusals of that field are shown at it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it asks for.</summary>
    public string Label { get; set; } = "";

    /// <summary>How to answer, if the label alone does not say it.</summary>
    public string? Hint { get; set; }

    /// <summary>Whether "(optional)" stands behind the label.</summary>
    public bool Optional { get; set; }

    /// <summary>The page that is shown.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The shared texts.</summary>
    protected IStringLocalizer<SharedTexts> Texts { get; } = texts;

    /// <summary>The messages to show at this field.</summary>
    protected IReadOnlyList<string> Errors =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry)
            ? [.. entry.Errors.Select(error => error.ErrorMessage)]
            : [];

    /// <summary>What was typed, where the form is shown again; otherwise what the page sets.</summary>
    protected string? Typed(string? value) =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed
            ? typed
            : value;

    /// <summary>Makes the output the field's group.</summary>
    protected void BeginGroup(TagHelperOutput output, string tag)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.RemoveAll("class");
        output.Attributes.SetAttribute("class", Errors.Count > 0 ? "field field-wrong" : "field");
    }

    /// <summary>The label's words, with "(optional)" where it is.</summary>
    protected IHtmlContent LabelText()
    {
        var text = new HtmlContentBuilder().Append(Label);
        if (Optional)
        {
            text.AppendHtml(" ")
                .AppendHtml(
                    Element("span", "field-optional", null, new HtmlContentBuilder().Append(Texts["optional"]))
                );
        }

        return text;
    }

    /// <summary>Appends hint and errors, each under the id that <see cref="DescribedBy"/> names.</summary>
    protected void AppendHintAndErrors(IHtmlContentBuilder content)
    {
        if (Hint is { Length: > 0 })
        {
            content.AppendHtml(Element("div", "field-hint", FieldId.Hint(Name), new HtmlContentBuilder().Append(Hint)));
        }

        if (Errors.Count > 0)
        {
            var errors = new HtmlContentBuilder();
            foreach (var error in Errors)
            {
                errors.AppendHtml(
                    Element(
                        "p",
                        null,
                        null,
                        new HtmlContentBuilder()
                            .AppendHtml(
                                Element(
                                    "span",
                                    "visually-hidden",
                                    null,
                                    new HtmlContentBuilder().Append(Texts["field-error", ""])
                                )
                            )
                            .Append(error)
                    )
                );
            }

            content.AppendHtml(Element("div", "field-error", FieldId.Error(Name), errors));
        }
    }

    /// <summary>The ids of what describes the control, or null.</summary>
    protected string? DescribedBy(bool counted = false)
    {
        string[] ids =
        [
            .. Hint is { Length: > 0 } ? [FieldId.Hint(Name)] : Array.Empty<string>(),
            .. Errors.Count > 0 ? [FieldId.Error(Name)] : Array.Empty<string>(),
            .. counted ? [FieldId.Count(Name)] : Array.Empty<string>(),
        ];
        return ids.Length > 0 ? string.Join(' ', ids) : null;
    }

    /// <summary>Sets what ties a control to its hint and errors.</summary>
    protected void Describe(TagBuilder control, bool counted = false)
    {
        ArgumentNullException.ThrowIfNull(control);
        if (DescribedBy(counted) is { } ids)
        {
            control.Attributes["aria-describedby"] = ids;
        }

        if (Errors.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
            control.AddCssClass("is-invalid");
        }
    }

    /// <summary>An element with its content.</summary>
    protected static TagBuilder Element(string tag, string? cssClass, string? id, IHtmlContent content)
    {
        var element = new TagBuilder(tag);
        if (cssClass is not null)
        {
            element.AddCssClass(cssClass);
        }

        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        element.InnerHtml.AppendHtml(content);
        return element;
    }
}
