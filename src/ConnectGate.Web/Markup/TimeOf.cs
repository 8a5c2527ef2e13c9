using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup;

/// <summary>
/// A time in the past: <c>&lt;time-of at="@row.SentAt" /&gt;</c>. A script turns it into "3 days ago", with the full
/// date by the browser's clock as its title.
/// </summary>
[HtmlTargetElement("time-of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeOf(ReaderTime reader) : TagHelper
{
    /// <summary>In UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Whether the script writes the date instead of the days since then.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", ReaderTime.Machine(At));
        output.Attributes.SetAttribute(Plain ? "data-moment" : "data-relative", "");
        output.Content.SetContent(reader.Moment(At));
    }
}
