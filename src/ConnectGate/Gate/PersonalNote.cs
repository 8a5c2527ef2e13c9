namespace ConnectGate.Gate;

/// <summary>
/// The personal note: plain text, written for this recipient. It is never blank, too short or too long.
/// </summary>
public sealed record PersonalNote
{
    /// <summary>
    /// In visible characters, where neither community nor recipient asks for more. A short note can be personal: many
    /// good notes have 20 to 120.
    /// </summary>
    public const int Shortest = 20;

    /// <summary>20 to 1,000 visible characters (the product's rule).</summary>
    public static readonly TextLimit Limit = new("note", Shortest, 1_000);

    private PersonalNote(string text) => Text = text;

    /// <summary>The note as it is stored and shown; see <see cref="VisibleText.Clean"/>.</summary>
    public string Text { get; }

    /// <exception cref="ArgumentException">The text is not a valid note. The gate should have refused it.</exception>
    internal static PersonalNote Of(MeasuredText text) =>
        text.Check("note") is { } refusal
            ? throw new ArgumentException($"No personal note: {refusal.Code}.", nameof(text))
            : new(text.Clean);

    /// <inheritdoc cref="Of(MeasuredText)"/>
    internal static PersonalNote Of(string? text) => Of(Limit.Measure(text));

    /// <summary>A note that was checked when it was stored.</summary>
    internal static PersonalNote FromStore(string text) => new(text);
}
