using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using ConnectGate.Foundation;

namespace ConnectGate.People.Members.Profiles;

/// <summary>The community's own fields in profiles. Configuration section <c>Community</c>, beside its name.</summary>
public sealed partial class FieldOptions : IValidatableObject
{
    public const string Section = SiteOptions.Section;

    public const int MostFields = 10,
        MostOptions = 30,
        LongestLabel = 60;

    /// <summary>In the order of the pages, at most <see cref="MostFields"/>.</summary>
    public IList<Field> Fields { get; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Fields.Count > MostFields)
        {
            yield return new ValidationResult($"It must have at most {MostFields} fields.", [nameof(Fields)]);
        }

        var names = new HashSet<string>(ProfileField.Standard.Select(field => field.Name), StringComparer.Ordinal);
        foreach (var (place, field) in Fields.Index())
        {
            if (!NameShape().IsMatch(field.Name))
            {
                yield return At("Name", "It must be 2 to 40 letters a to z, digits and hyphens, such as year-joined.");
            }
            else if (!names.Add(field.Name))
            {
                yield return At("Name", $"There is another field '{field.Name}'.");
            }

            if (VisibleText.Count(field.Label) is 0 or > LongestLabel)
            {
                yield return At("Label", $"It must have 1 to {LongestLabel} characters.");
            }

            if (field.KindRead is not { } kind)
            {
                yield return At("Kind", $"It must be one of {string.Join(", ", Enum.GetNames<FieldKind>())}.");
            }
            else if (Problem(field, kind) is { } problem)
            {
                yield return At("Options", problem);
            }

            ValidationResult At(string member, string words) => new(words, [$"{nameof(Fields)}:{place}:{member}"]);
        }
    }

    private static string? Problem(Field field, FieldKind kind)
    {
        var longest = new ProfileField(field.Name, field.Label, kind).Limit.Maximum;
        return kind != FieldKind.Choice
            ? field.Options.Count > 0
                ? "Only a field of the kind Choice has options."
                : null
            : field.Options.Count is < 2 or > MostOptions
                ? $"A choice must have 2 to {MostOptions} options."
                : field.Options.Any(option => option != VisibleText.Clean(option) || option.Length == 0)
                    ? "An option must have words, without blanks around them."
                    : field.Options.Any(option => VisibleText.Count(option) > longest)
                        ? $"An option must have at most {longest} characters."
                        : field.Options.Distinct(StringComparer.Ordinal).Count() < field.Options.Count
                            ? "Two options are the same."
                            : null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();

    public sealed class Field
    {
        /// <summary>In kebab-case. What members filled in is stored under it.</summary>
        public string Name { get; set; } = "";

        /// <summary>The words beside the field, in the community's language.</summary>
        public string Label { get; set; } = "";

        /// <summary>
        /// The name of a <see cref="FieldKind"/>. Text, because the configuration leaves out an item that it cannot
        /// read, without a word.
        /// </summary>
        public string Kind { get; set; } = nameof(FieldKind.Text);

        /// <summary>Null where the kind is unknown.</summary>
        internal FieldKind? KindRead =>
            Enum.TryParse<FieldKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

        public IList<string> Options { get; } = [];
    }
}
