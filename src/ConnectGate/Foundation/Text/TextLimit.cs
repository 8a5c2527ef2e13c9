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
    public Refusal? Check(string? text, string field, int? minimum = null) => Measure(text).Check(field, minimum);

    /// <summary>Refuses only a text that is present and too short, too long or hides characters.</summary>
    internal Refusal? Length(string? text, string field, int? minimum = null) => Measure(text).Length(field, minimum);

    internal MeasuredText Measure(string? text) => new(this, text);
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
