using System.ComponentModel.DataAnnotations;
using ConnectGate.Foundation;

namespace ConnectGate.Web.Hosting.Look;

/// <summary>How the community looks. Configuration section <c>Community</c>, beside its name.</summary>
internal sealed class LookOptions : IValidatableObject
{
    public const string Section = SiteOptions.Section;

    /// <summary>
    /// The colour of links, buttons and marks, as <c>#rrggbb</c>. Null: the product's own. The dark appearance uses a
    /// lighter tint of it.
    /// </summary>
    public string? Accent { get; set; }

    /// <summary>
    /// A picture for the head of each page, at most <see cref="Logo.MostBytes"/>: SVG, PNG or WebP, relative to the
    /// application's folder. Null: the product's own mark.
    /// </summary>
    public string? Logo { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Accent is not null && Look.Accent.Read(Accent, out var problem) is null)
        {
            yield return new ValidationResult(problem, [nameof(Accent)]);
        }

        if (Logo is not null && Look.Logo.Problem(Logo) is { } wrong)
        {
            yield return new ValidationResult(wrong, [nameof(Logo)]);
        }
    }
}
