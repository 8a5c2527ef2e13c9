using System.Globalization;
using System.Resources;
using System.Text.Json;
using ConnectGate.Foundation.Text.Names;

namespace ConnectGate.Foundation.Text;

/// <summary>
/// The texts of the domain that a person reads: refusals, notifications, mail. They are in <c>Words.resx</c>, by name.
/// <c>Of</c> and <c>Format</c> name a text; <c>Say</c> puts it into one person's language. The thread's language is
/// ignored, because digests and mail go to other people than the sender of the message.
/// </summary>
public sealed class Words
{
    // The languages of a community. The first one is for everybody whose own is not among them.
    private static readonly string[] Supported = ["en", "de", "fr", "es"];

    private readonly ResourceManager _texts;

    /// <summary>Uses the languages that ConnectGate is translated into.</summary>
    public Words()
        : this(Supported, new ResourceManager("ConnectGate.Foundation.Text.Words", typeof(Words).Assembly)) { }

    internal Words(IEnumerable<string> languages, ResourceManager texts) =>
        (Languages, _texts) = ([.. languages.Select(CultureInfo.GetCultureInfo)], texts);

    /// <summary>The default comes first.</summary>
    public IReadOnlyList<CultureInfo> Languages { get; }

    /// <summary>For everybody who chose no language: workers, the console, addresses without an account.</summary>
    public CultureInfo DefaultLanguage => Languages[0];

    /// <summary>The language of that BCP 47 tag; the default where the tag is unknown.</summary>
    public CultureInfo LanguageOf(string? tag) =>
        Languages.FirstOrDefault(language => Is(language, tag)) ?? DefaultLanguage;

    /// <summary>The language's own name, with a capital as for a name that stands alone: Français.</summary>
    public static string NameOf(CultureInfo language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return char.ToUpper(language.NativeName[0], language) + language.NativeName[1..];
    }

    internal static Wording Of(string name) => new(name);

    /// <summary>The text of a value: <c>row-no-name</c> for the prefix <c>row-</c> and <c>NoName</c>.</summary>
    internal static Wording Of<T>(string prefix, T value, params object?[] values)
        where T : struct, Enum => new(prefix + JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), values);

    internal static Wording Format(string name, params object?[] values) => new(name, values);

    internal bool Has(string? tag) => Languages.Any(language => Is(language, tag));

    /// <summary>The time from the reader's now until then, rounded up: "10 more minutes", "3 more days".</summary>
    public string Left(DateTime utc, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Count("left-", utc - reader.Now, reader);
    }

    /// <summary>A time that something takes, rounded up: "5 minutes".</summary>
    public string Lasts(TimeSpan time, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return Count("lasts-", time, reader);
    }

    private string Count(string texts, TimeSpan time, Reader reader)
    {
        var (unit, number) =
            time < TimeSpan.FromHours(2) ? ("minutes", time.TotalMinutes)
            : time < TimeSpan.FromDays(2) ? ("hours", time.TotalHours)
            : ("days", time.TotalDays);
        var count = Math.Max(1, (int)Math.Ceiling(number));
        return Say(new Wording(texts + unit, count), reader);
    }

    /// <summary>The name of the reader's time zone: "Berlin time", "UTC".</summary>
    public string ZoneOf(Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Zone.BaseUtcOffset == TimeSpan.Zero && !reader.Zone.SupportsDaylightSavingTime
            ? "UTC"
            : Say(new Wording("zone", reader.Zone.Id.Split('/')[^1].Replace('_', ' ')), reader);
    }

    /// <summary>A text without a time. Null means the default language.</summary>
    internal string Say(Wording wording, CultureInfo? language) => Say(wording, Anywhere(language));

    /// <exception cref="MissingManifestResourceException">The text is missing: a bug, which a test finds.</exception>
    internal string Say(Wording wording, Reader reader)
    {
        var language = reader.Language ?? DefaultLanguage;
        var text = _texts.GetString(wording.Name, language)
            ?? throw new MissingManifestResourceException($"Words.resx lacks '{wording.Name}'.");
        return wording.Values.Count == 0
            ? text
            : PluralForms.Format(language, text, [.. wording.Values.Select(value => Said(value, reader))]);
    }

    /// <summary>A refusal with times in UTC. Null means the default language.</summary>
    public Refusal Say(Refusal refusal, CultureInfo? language) => Say(refusal, Anywhere(language));

    /// <summary>A refusal with its final text keeps it.</summary>
    public Refusal Say(Refusal refusal, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Wording is { } wording
            ? new Refusal(refusal.Code, refusal.Field, Say(wording, reader)) { Quote = refusal.Quote }
            : refusal;
    }

    /// <summary>The result with its refusals in that language, and with times in UTC.</summary>
    public T Say<T>(T result, CultureInfo? language)
        where T : ICarriesRefusals
    {
        ArgumentNullException.ThrowIfNull(result);
        return (T)result.Worded(refusal => Say(refusal, Anywhere(language)));
    }

    private static bool Is(CultureInfo language, string? tag) =>
        string.Equals(language.Name, tag, StringComparison.OrdinalIgnoreCase);

    private static Reader Anywhere(CultureInfo? language) => new(language, TimeZoneInfo.Utc, DateTime.UnixEpoch);

    private object? Said(object? value, Reader reader) =>
        value switch
        {
            Wording wording => Say(wording, reader),
            IEnumerable<Wording> several => string.Join(", ", several.Select(wording => Say(wording, reader))),
            DateTime utc => new ReadersTime(utc, reader, this),
            string text => Isolated.Of(text),
            _ => value,
        };
}
