using ConnectGate.Foundation.Text.Names;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup.People;

/// <summary>
/// A person's photo, or their initials on a disc, which need no request: <c>&lt;face handle="…" name="…" photo="…"
/// /&gt;</c>. It is decoration beside the name, so screen readers skip it and a copied text lacks it.
/// </summary>
[HtmlTargetElement("face", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class Face : TagHelper
{
    /// <summary>The colours in <c>theme.css</c>: <c>face-0</c> and the following classes.</summary>
    private const uint Colours = 8;

    /// <summary>The handle decides the colour, because it never changes.</summary>
    public string Handle { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>The version of the photo; initials where it is null or empty.</summary>
    public string? Photo { get; set; }

    /// <summary>Whether a photo is shown as large as a profile shows it.</summary>
    public bool Large { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Handle, Name, Photo, Large));
    }

    internal static TagBuilder Of(string handle, string name, string? photo, bool large = false) =>
        photo is { Length: > 0 } ? Picture($"/m/{handle}/photo/{photo}", large) : Disc(handle, name);

    private static TagBuilder Picture(string address, bool large)
    {
        var side = large ? "96" : "44";
        var picture = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        picture.AddCssClass(large ? "face face-large" : "face");
        picture.Attributes["src"] = large ? $"{address}?large=true" : address;
        picture.Attributes["alt"] = "";
        picture.Attributes["width"] = side;
        picture.Attributes["height"] = side;
        picture.Attributes["loading"] = "lazy";
        picture.Attributes["decoding"] = "async";
        return picture;
    }

    private static TagBuilder Disc(string handle, string name)
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
