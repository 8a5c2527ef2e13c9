using System.Globalization;
using System.Resources;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// The texts of the domain that a person reads: refusals, notifications, mail. They are in <c>Words.resx</c>, by name.
/// <c>Of</c> and <c>Format</c> name a text where it is found; <c>Say</c> puts it into one person's language. The
/// thread's language counts for nothing, since digests and mail go to others than the sender of the message.
/// </summary>
public sealed class Words
{
    // A community speaks these; the first is for everybody whose own is not among them.
    private static readonly string[] Supported = ["en"];

    private readonly ResourceManager _texts;

    /// <summary>In the languages that ConnectGate is translated into.</summary>
    public Words()
        : this(Supported, new ResourceManager("ConnectGate.Foundation.Text.Words", typeof(Words).Assembly)) { }

    internal Words(IEnumerable<string> languages, ResourceManager texts) =>
        (Languages, _texts) = ([.. languages.Select(CultureInfo.GetCultureInfo)], texts);

    /// <summary>Every language there is, the default first.</summary>
    public IReadOnlyList<CultureInfo> Languages { get; }

    /// <summary>The language of everybody who chose none: workers, the console, addresses without an account.</summary>
    public CultureInfo DefaultLanguage => Languages[0];

    /// <summary>The language of that BCP 47 tag; the default where there is none.</summary>
    public CultureInfo LanguageOf(string? tag) =>
        Languages.FirstOrDefault(language => Is(language, tag)) ?? DefaultLanguage;

    /// <summary>Names a text.</summary>
    internal static Wording Of(string name) => new(name);

    /// <summary>Names a text and gives the values for its places.</summary>
    internal static Wording Format(string name, params object?[] values) => new(name, values);

    internal bool Has(string? tag) => Languages.Any(language => Is(language, tag));

    /// <summary>The text in that language; in the default one where null.</summary>
    /// <exception cref="MissingManifestResourceException">There is none: a bug, which a test finds.</exception>
    internal string Say(Wording wording, CultureInfo? language)
    {
        language ??= DefaultLanguage;
        var text = _texts.GetString(wording.Name, language)
            ?? throw new MissingManifestResourceException($"Words.resx lacks '{wording.Name}'.");
        return wording.Values.Count == 0
            ? text
            : string.Format(language, text, [.. wording.Values.Select(value => Said(value, language))]);
    }

    /// <summary>
    /// The refusal in that language; in the default one where null. One that has its words keeps them.
    /// </summary>
    public Refusal Say(Refusal refusal, CultureInfo? language)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Wording is { } wording
            ? new Refusal(refusal.Code, refusal.Field, Say(wording, language)) { Quote = refusal.Quote }
            : refusal;
    }

    /// <summary>The result of a message, its refusals in that language; in the default one where null.</summary>
    public T Say<T>(T result, CultureInfo? language)
        where T : ICarriesRefusals
    {
        ArgumentNullException.ThrowIfNull(result);
        return (T)result.Worded(refusal => Say(refusal, language));
    }

    private static bool Is(CultureInfo language, string? tag) =>
        string.Equals(language.Name, tag, StringComparison.OrdinalIgnoreCase);

    private object? Said(object? value, CultureInfo language) =>
        value switch
        {
            Wording wording => Say(wording, language),
            IEnumerable<Wording> several => string.Join(", ", several.Select(wording => Say(wording, language))),
            _ => value,
        };
}
