using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup;

/// <summary>
/// A time in the past: <c>&lt;time-of at="@row.SentAt" /&gt;</c>. A script turns it into "3 days ago", with the full
/// date as its title.
/// </summary>
[HtmlTargetElement("time-of", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeOf(ReaderTime reader) : TagHelper
{
    /// <summary>In UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Whether the script leaves the date as it is.</summary>
    public bool Plain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(
            "datetime",
            DateTime
                .SpecifyKind(At, DateTimeKind.Utc)
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        if (!Plain)
        {
            output.Attributes.SetAttribute("data-relative", "");
        }

        output.Content.SetContent(reader.Moment(At));
    }
}
