using System.Globalization;

namespace ConnectGate.People.Members;

/// <summary>A language that a member may say they read.</summary>
/// <param name="Tag">Its BCP 47 tag: <c>de</c>.</param>
/// <param name="Name">What its speakers call it: Deutsch.</param>
public sealed record Language(string Tag, string Name)
{
    /// <summary>
    /// Every language to choose from, by its own name. A fixed list, so that two members who read the same language say
    /// it alike.
    /// </summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        .. new[]
        {
            "af",
            "am",
            "ar",
            "az",
            "be",
            "bg",
            "bn",
            "bs",
            "ca",
            "cs",
            "cy",
            "da",
            "de",
            "el",
            "en",
            "eo",
            "es",
            "et",
            "eu",
            "fa",
            "fi",
            "fil",
            "fr",
            "ga",
            "gl",
            "gu",
            "ha",
            "he",
            "hi",
            "hr",
            "hu",
            "hy",
            "id",
            "ig",
            "is",
            "it",
            "ja",
            "ka",
            "kk",
            "km",
            "kn",
            "ko",
            "lt",
            "lv",
            "mk",
            "ml",
            "mn",
            "mr",
            "ms",
            "mt",
            "my",
            "nb",
            "ne",
            "nl",
            "nn",
            "pa",
            "pl",
            "pt",
            "ro",
            "ru",
            "si",
            "sk",
            "sl",
            "so",
            "sq",
            "sr",
            "sv",
            "sw",
            "ta",
            "te",
            "th",
            "tr",
            "uk",
            "ur",
            "uz",
            "vi",
            "yo",
            "zh-Hans",
            "zh-Hant",
            "zu",
        }
            .Select(tag => new Language(tag, CultureInfo.GetCultureInfo(tag).NativeName))
            .OrderBy(language => language.Name, StringComparer.InvariantCultureIgnoreCase),
    ];

    /// <summary>The language of that tag, or null.</summary>
    public static Language? Of(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));
}
