using System.Globalization;

namespace ConnectGate.People.Members;

/// <summary>A language that members can say they read.</summary>
/// <param name="Tag">BCP 47 tag, such as <c>de</c>.</param>
/// <param name="Name">In the language itself, such as Deutsch.</param>
public sealed record Language(string Tag, string Name)
{
    /// <summary>
    /// Every language to choose from, ordered by its own name. The list is fixed, so that two members who read the same
    /// language choose the same entry.
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

    /// <summary>Null for an unknown tag.</summary>
    public static Language? Of(string? tag) =>
        All.FirstOrDefault(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase));
}
