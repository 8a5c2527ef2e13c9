namespace ConnectGate.Foundation.Text;

/// <summary>
/// The length of a text, in visible characters. The type that owns the text owns its limit; all other code reads it
/// there.
/// </summary>
/// <param name="Name">The beginning of its refusals' codes and texts, in kebab-case: <c>note</c>.</param>
/// <param name="Minimum">
/// The fewest visible characters; Han, kana and Hangul count double. 0 for an optional text.
/// </param>
/// <param name="Maximum">The most visible characters.</param>
public sealed record TextLimit(string Name, int Minimum, int Maximum)
{
    /// <summary>
    /// Whether this is the name of a person or thing: one line, in which hidden characters are refused instead of
    /// removed.
    /// </summary>
    public bool IsName { get; init; }

    /// <summary>
    /// The most code points. The database enforces them; <see cref="Maximum"/> visible characters never need more.
    /// </summary>
    internal int MaximumCodePoints => Maximum * VisibleText.CodePointsPerCharacter;

    /// <summary>The fewest code points that <see cref="Minimum"/> visible characters can have.</summary>
    internal int MinimumCodePoints => (Minimum + 1) / 2;

    /// <summary>Null where nothing is wrong with the text.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="field">The field to name in the refusal.</param>
    /// <param name="minimum">Raises this limit's own minimum; never lowers it.</param>
    public Refusal? Check(string? text, string field, int? minimum = null) =>
        Presence(text, field) ?? Length(text, field, minimum);

    /// <summary>Refuses only a required text that is missing.</summary>
    internal Refusal? Presence(string? text, string field) =>
        Minimum > 0 && VisibleText.IsBlank(text) ? Refusal("missing", field) : null;

    /// <summary>Refuses only a text that is present and too short, too long or hides characters.</summary>
    internal Refusal? Length(string? text, string field, int? minimum = null)
    {
        var least = Math.Max(Minimum, minimum ?? 0);

        // Checked first, because cleaning a megabyte of combining marks is wasted work.
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

internal static class TextLimitRules
{
    /// <summary>
    /// Refuses what <see cref="TextLimit.Check"/> refuses, with its code and text. Without a field, it names the
    /// property in camel case.
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
