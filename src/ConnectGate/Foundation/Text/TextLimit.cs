namespace ConnectGate.Foundation.Text;

/// <summary>
/// How long a text may be, in visible characters. The type that owns the text owns its limit; everyone else reads it
/// there.
/// </summary>
/// <param name="Name">Begins the codes of its refusals and names their words, in kebab-case: <c>note</c>.</param>
/// <param name="Minimum">The least visible characters, Han, kana and Hangul counting double; 0 for a text that may be
/// left out.</param>
/// <param name="Maximum">The most visible characters.</param>
public sealed record TextLimit(string Name, int Minimum, int Maximum)
{
    /// <summary>
    /// Whether this is a person's or thing's name: one line, in which hidden characters are refused instead of removed.
    /// </summary>
    public bool IsName { get; init; }

    /// <summary>
    /// The most code points: what the database enforces, never less than <see cref="Maximum"/> visible characters need.
    /// </summary>
    internal int MaximumCodePoints => Maximum * VisibleText.CodePointsPerCharacter;

    /// <summary>The least code points that <see cref="Minimum"/> visible characters can have.</summary>
    internal int MinimumCodePoints => (Minimum + 1) / 2;

    /// <summary>What is wrong with the text, or null.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="field">The field to name in the refusal.</param>
    /// <param name="minimum">A minimum above this limit's own, where somebody asks for more.</param>
    public Refusal? Check(string? text, string field, int? minimum = null) =>
        Presence(text, field) ?? Length(text, field, minimum);

    /// <summary>Refuses only a text that is missing though it may not be.</summary>
    internal Refusal? Presence(string? text, string field) =>
        Minimum > 0 && VisibleText.IsBlank(text) ? Refusal("missing", field) : null;

    /// <summary>Refuses only a text that is there and too short, too long or hides characters.</summary>
    internal Refusal? Length(string? text, string field, int? minimum = null)
    {
        var least = Math.Max(Minimum, minimum ?? 0);

        // Bounded before it is looked at closely: cleaning a megabyte of marks is work that nobody needs.
        if (text?.Length > MaximumCodePoints * 2 + 1_000)
        {
            return Refusal("too-long", field, least);
        }

        var clean = VisibleText.Clean(text);
        if (clean.Length == 0)
        {
            return null;
        }

        if (IsName && VisibleText.HidesCharacters(text!.Trim()))
        {
            return Refusal("hides-characters", field);
        }

        var length = VisibleText.Measure.Of(clean);
        return length.Characters > Maximum || length.CodePoints > MaximumCodePoints ? Refusal("too-long", field, least)
            : length.TowardsMinimum < least ? Refusal("too-short", field, least)
            : null;
    }

    private Refusal Refusal(string finding, string field, int? minimum = null)
    {
        var code = $"{Name}-{finding}";
        return new Refusal(code, field, Words.Format(code, minimum ?? Minimum, Maximum));
    }
}

/// <summary>Lets a validator read a text's limit where it lives.</summary>
internal static class TextLimitRules
{
    /// <summary>
    /// Refuses what <see cref="TextLimit.Check"/> refuses, with its code and words, at the property's name in camel
    /// case.
    /// </summary>
    public static IRuleBuilderOptionsConditions<T, string?> Within<T>(
        this IRuleBuilder<T, string?> rule,
        TextLimit limit,
        string? field = null
    ) =>
        rule.Custom(
            (text, context) =>
            {
                if (limit.Check(text, field ?? FieldName.Of(context.PropertyPath)) is { } refusal)
                {
                    context.Refuse(refusal);
                }
            }
        );
}
