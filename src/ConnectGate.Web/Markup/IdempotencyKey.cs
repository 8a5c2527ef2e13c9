using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ConnectGate.Web.Markup;

/// <summary>
/// Makes a form count once that is posted twice: <c>&lt;idempotency-key /&gt;</c> inside the form. Each time the form
/// is shown it has a new key.
/// </summary>
[HtmlTargetElement("idempotency-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IdempotencyKey : TagHelper
{
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
        // Browsers restore fields after a reload. With a restored key, the next letter would count as a repetition of
        // the last.
        output.Attributes.SetAttribute("autocomplete", "off");
    }
}
