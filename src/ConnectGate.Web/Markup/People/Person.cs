using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.People;

/// <summary>
/// A person in a list: their face and their name, which links to the profile: <c>&lt;person handle="…" name="…"
/// /&gt;</c>. Another <c>href</c> replaces the profile. Other attributes go to the link.
/// </summary>
[HtmlTargetElement("person", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Person : TagHelper
{
    public string Handle { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The address behind the name; the profile where null.</summary>
    public string? Href { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href ?? $"/m/{Handle}");
        output.PreElement.AppendHtml(Face.Of(Handle, Name));
        // A name from right to left keeps its place in a row from left to right.
        var name = new TagBuilder("bdi");
        name.InnerHtml.Append(Name);
        output.Content.SetHtmlContent(name);
    }
}
