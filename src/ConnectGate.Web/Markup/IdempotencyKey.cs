using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup;

/// <summary>
/// Makes a form that is posted twice count once: <c>&lt;idempotency-key /&gt;</c> inside the form. A new key each time
/// the form is shown.
/// </summary>
[HtmlTargetElement("idempotency-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IdempotencyKey : TagHelper
{
    /// <summary>The name of the hidden field.</summary>
    public const string FieldName = "idempotencyKey";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", FieldName);
        output.Attributes.SetAttribute("value", Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));
        // Browsers restore fields after a reload; a restored key would make the next letter the last one's copy.
        output.Attributes.SetAttribute("autocomplete", "off");
    }
}
