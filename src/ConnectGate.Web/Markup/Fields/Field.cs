using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>The base of every form field: name, label, hint, errors and typed value.</summary>
public abstract class Field(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    /// <summary>The name of the control. The field shows refusals with this name.</summary>
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Whether the label ends with "(optional)".</summary>
    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer<SharedTexts> Texts { get; } = texts;

    protected IReadOnlyList<string> Errors =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry)
            ? [.. entry.Errors.Select(error => error.ErrorMessage)]
            : [];

    /// <summary>The typed value where the form is shown again; otherwise the page's own.</summary>
    protected string? Typed(string? value) =>
        ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed
            ? typed
            : value;

    /// <summary>Makes the output the element around the field.</summary>
    protected void BeginGroup(TagHelperOutput output, string tag)
    {
        ArgumentNullException.ThrowIfNull(output);
        FieldOrder.Of(ViewContext).Add(Name, Label);
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.RemoveAll("class");
        output.Attributes.SetAttribute("class", Errors.Count > 0 ? "field field-wrong" : "field");
    }

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

    /// <summary>Appends hint and errors, with the ids of <see cref="DescribedBy"/>.</summary>
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

    /// <summary>The value of the control's <c>aria-describedby</c>, or null.</summary>
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

    /// <summary>Connects a control to its hint and errors.</summary>
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
