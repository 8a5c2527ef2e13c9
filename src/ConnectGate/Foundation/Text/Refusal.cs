namespace ConnectGate.Foundation.Text;

/// <summary>
/// One finding that keeps a command from being done. Rules and validators make it with a <see cref="Text.Wording"/>;
/// the end of the pipeline puts that into the language of who sent the message.
/// </summary>
public sealed record Refusal
{
    private readonly string? _message;

    /// <summary>One that has its words.</summary>
    /// <param name="code">What was found, in kebab-case; stable, for programs.</param>
    /// <param name="field">See <see cref="Field"/>.</param>
    /// <param name="message">How to mend it, in the reader's language.</param>
    public Refusal(string code, string field, string message) => (Code, Field, _message) = (code, field, message);

    internal Refusal(string code, string field, Wording wording) => (Code, Field, Wording) = (code, field, wording);

    /// <summary>What was found, in kebab-case; stable, for programs.</summary>
    public string Code { get; }

    /// <summary>
    /// The field it belongs to, in camel case as in the API (<c>note</c>, <c>answers[3]</c>); empty when it belongs to
    /// none.
    /// </summary>
    public string Field { get; }

    /// <summary>Words, in the reader's language, that say how to mend it.</summary>
    /// <exception cref="InvalidOperationException">It did not come out of the pipeline.</exception>
    public string Message =>
        _message ?? throw new InvalidOperationException($"The refusal '{Code}' is not in anybody's language yet.");

    /// <summary>Null once it has its words.</summary>
    internal Wording? Wording { get; }

    /// <summary>The words that prove it; null where no words do, as for a field left blank.</summary>
    public Quote? Quote { get; init; }

    /// <summary>Without the words, which may repeat what a person wrote.</summary>
    public override string ToString() => $"{Code} at '{Field}'";
}

/// <summary>Words of a text, as they were typed.</summary>
/// <param name="Field">The field they stand in.</param>
/// <param name="Start">Where they begin, in UTF-16 units.</param>
/// <param name="Length">How long they are, in UTF-16 units; 0 where the finding is about the whole text.</param>
/// <param name="Text">The words.</param>
public sealed record Quote(string Field, int Start, int Length, string Text);

/// <summary>What a message comes to, where refusals are in it.</summary>
public interface ICarriesRefusals
{
    /// <summary>The same, each refusal replaced.</summary>
    object Worded(Func<Refusal, Refusal> word);
}

internal static class CarriedRefusals
{
    public static IReadOnlyList<Refusal> Each(this Func<Refusal, Refusal> word, IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? refusals : [.. refusals.Select(word)];
}
