using ConnectGate.Foundation.Text.Names;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.People;

/// <summary>
/// A person's initials on a disc: <c>&lt;face handle="…" name="…" /&gt;</c>. It needs no request. It is decoration
/// beside the name, so screen readers skip it and a copied text lacks it.
/// </summary>
[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Face : TagHelper
{
    /// <summary>The colours in <c>theme.css</c>: <c>face-0</c> and the following classes.</summary>
    private const uint Colours = 8;

    /// <summary>The handle decides the colour, because it never changes.</summary>
    public string Handle { get; set; } = "";

    public string Name { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Handle, Name));
    }

    internal static TagBuilder Of(string handle, string name)
    {
        var disc = new TagBuilder("span");
        disc.AddCssClass($"face face-{ColourOf(handle)}");
        disc.Attributes["data-initials"] = Initials.Of(name);
        disc.Attributes["aria-hidden"] = "true";
        return disc;
    }

    // FNV-1a, which gives the same number at every start and on every node.
    private static uint ColourOf(string handle) =>
        handle.Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u)) % Colours;
}
