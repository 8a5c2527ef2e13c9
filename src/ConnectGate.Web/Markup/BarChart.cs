using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup;

/// <summary>
/// Counts as bars, from left to right: <c>&lt;bar-chart name="refusals" title="…" says="…" bars="…" /&gt;</c>. The
/// server draws it, without a script. Exact numbers belong into a table beside it.
/// </summary>
[HtmlTargetElement("bar-chart", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChart : TagHelper
{
    // In the units of the drawing, which the style sheet stretches to the page's width and a height of its own.
    private const int Step = 10,
        Gap = 2,
        Height = 100;

    /// <summary>Unique on the page.</summary>
    public string Name { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>What the chart shows, in a sentence for those who do not see it.</summary>
    public string Says { get; set; } = "";

    public IReadOnlyList<Bar> Bars { get; set; } = [];

    /// <summary>Whether each bar has its label under it, for a few bars. Otherwise only the first and the last
    /// have.</summary>
    public bool Each { get; set; }

    /// <param name="Label">Also shown when the pointer rests on the bar.</param>
    /// <param name="Count">At least 0.</param>
    public sealed record Bar(string Label, int Count);

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Bars.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart");
        output.Content.AppendHtml(Text("figcaption", Title)).AppendHtml(Drawing()).AppendHtml(Axis());
    }

    private TagBuilder Drawing()
    {
        var most = Math.Max(1, Bars.Max(bar => bar.Count));
        var drawing = new TagBuilder("svg");
        drawing.Attributes["viewBox"] = $"0 0 {Number(Bars.Count * Step)} {Number(Height)}";
        drawing.Attributes["preserveAspectRatio"] = "none";
        drawing.Attributes["role"] = "img";
        drawing.Attributes["aria-labelledby"] = $"{Name}-title {Name}-says";
        drawing
            .InnerHtml.AppendHtml(Text("title", Title, $"{Name}-title"))
            .AppendHtml(Text("desc", Says, $"{Name}-says"));
        foreach (var (place, bar) in Bars.Index().Where(bar => bar.Item.Count > 0))
        {
            var height = (double)Height * bar.Count / most;
            var shape = new TagBuilder("rect");
            shape.Attributes["x"] = Number(place * Step + Gap / 2);
            shape.Attributes["y"] = Number(Height - height);
            shape.Attributes["width"] = Number(Step - Gap);
            shape.Attributes["height"] = Number(height);
            shape.InnerHtml.AppendHtml(Text("title", $"{bar.Label}: {bar.Count.ToString(CultureInfo.CurrentCulture)}"));
            drawing.InnerHtml.AppendHtml(shape);
        }

        return drawing;
    }

    // Outside the drawing, so that its letters keep their size on a phone.
    private TagBuilder Axis()
    {
        var axis = new TagBuilder("p");
        axis.AddCssClass(Each ? "chart-axis chart-axis-each" : "chart-axis");
        axis.Attributes["aria-hidden"] = "true";
        foreach (var bar in Each ? Bars : [Bars[0], Bars[^1]])
        {
            axis.InnerHtml.AppendHtml(Text("span", bar.Label));
        }

        return axis;
    }

    private static TagBuilder Text(string tag, string text, string? id = null)
    {
        var element = new TagBuilder(tag);
        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        element.InnerHtml.Append(text);
        return element;
    }

    private static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
