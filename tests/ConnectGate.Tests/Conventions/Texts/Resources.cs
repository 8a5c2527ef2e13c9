using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using ConnectGate.Letters.Attempts;
using ConnectGate.Web.Resources;

namespace ConnectGate.Tests.Conventions.Texts;

/// <summary>Every text of the product, by file and language, as it was compiled.</summary>
internal static class Resources
{
    /// <summary>The files of texts: <c>Words</c> of the domain, and each area's of the pages.</summary>
    public static IReadOnlyList<(string Name, Assembly Assembly)> Files { get; } =
    [
        ("ConnectGate.Foundation.Text.Words", typeof(IAsk).Assembly),
        .. typeof(SharedTexts)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(SharedTexts).Namespace
                && type.Name.EndsWith("Texts", StringComparison.Ordinal)
                && !type.IsAbstract
            )
            .Select(type => (type.FullName!, type.Assembly)),
    ];

    /// <summary>The languages that the product is translated into, without English.</summary>
    public static IReadOnlyList<CultureInfo> Translations { get; } = [.. new Words().Languages.Skip(1)];

    /// <summary>The texts of a file in a language, without those that another language would lend it.</summary>
    public static IReadOnlyDictionary<string, string> Of((string Name, Assembly Assembly) file, CultureInfo language) =>
        new ResourceManager(file.Name, file.Assembly)
            .GetResourceSet(language, createIfNotExists: true, tryParents: false)
            ?.Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal)
        ?? [];

    /// <summary>The texts of a file in English.</summary>
    public static IReadOnlyDictionary<string, string> English((string Name, Assembly Assembly) file) =>
        Of(file, CultureInfo.InvariantCulture);
}
