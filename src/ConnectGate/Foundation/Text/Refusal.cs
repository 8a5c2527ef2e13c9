using System.Text.Json;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// One reason that keeps a command from being done. Rules and validators make it with a <see cref="Text.Wording"/>; the
/// end of the pipeline puts that into the sender's language.
/// </summary>
public sealed record Refusal
{
    private readonly string? _message;

    /// <summary>A refusal with its final text.</summary>
    /// <param name="code">See <see cref="Code"/>.</param>
    /// <param name="field">See <see cref="Field"/>.</param>
    /// <param name="message">See <see cref="Message"/>.</param>
    public Refusal(string code, string field, string message) => (Code, Field, _message) = (code, field, message);

    internal Refusal(string code, string field, Wording wording) => (Code, Field, Wording) = (code, field, wording);

    /// <summary>A refusal with the words and the quote of another.</summary>
    internal Refusal(string code, Refusal other)
        : this(other) => Code = code;

    /// <summary>The finding, in kebab-case; stable, for programs.</summary>
    public string Code { get; }

    /// <summary>
    /// The field of the finding, in camel case as in the API (<c>note</c>, <c>answers[3]</c>); empty when it belongs to
    /// no field.
    /// </summary>
    public string Field { get; }

    /// <summary>Says how to correct the finding, in the reader's language.</summary>
    /// <exception cref="InvalidOperationException">The refusal has not left the pipeline yet.</exception>
    public string Message =>
        _message ?? throw new InvalidOperationException($"The refusal '{Code}' is not in anybody's language yet.");

    /// <summary>Null once the refusal has its final text.</summary>
    internal Wording? Wording { get; }

    /// <summary>The words that prove the finding; null where no words do, as for a field left blank.</summary>
    public Quote? Quote { get; init; }

    /// <summary>Leaves out the message, which may repeat a person's words.</summary>
    public override string ToString() => $"{Code} at '{Field}'";
}

/// <summary>Words of a text, as they were typed.</summary>
/// <param name="Field">The field that contains them.</param>
/// <param name="Start">In UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; 0 where the finding is about the whole text.</param>
/// <param name="Text">The words.</param>
public sealed record Quote(string Field, int Start, int Length, string Text);

/// <summary>A message's result that can contain refusals.</summary>
public interface ICarriesRefusals
{
    /// <summary>A copy with each refusal replaced.</summary>
    object Worded(Func<Refusal, Refusal> word);
}

internal static class CarriedRefusals
{
    public static IReadOnlyList<Refusal> Each(this Func<Refusal, Refusal> word, IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? refusals : [.. refusals.Select(word)];
}

/// <summary>The name of a command's property in refusals, as in the API's JSON.</summary>
internal static class FieldName
{
    /// <summary>Each part of the path in camel case: <c>OtherNames[0].Text</c> is <c>otherNames[0].text</c>.</summary>
    public static string Of(string propertyPath) =>
        string.Join('.', propertyPath.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
