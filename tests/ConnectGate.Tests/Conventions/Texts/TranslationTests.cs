using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectGate.Letters.Attempts;
using ConnectGate.Web.Resources;
using Mono.Cecil.Cil;

namespace ConnectGate.Tests.Conventions.Texts;

/// <summary>Every language says every text, with the same values in it, and no page's text is left unused.</summary>
public sealed partial class TranslationTests
{
    // Shorter texts can be the same word in two languages: "Agenda", "Notes".
    private const int ShortWord = 24;

    public static readonly TheoryData<string> Languages = [.. Resources.Translations.Select(language => language.Name)];

    [Theory, MemberData(nameof(Languages))]
    public void A_language_has_every_text_and_no_other(string language) =>
        Empty(
            from file in Resources.Files
            let english = Resources.English(file)
            let said = Resources.Of(file, CultureInfo.GetCultureInfo(language))
            from name in english
                .Keys.Except(said.Keys)
                .Select(name => $"lacks {name}")
                .Concat(said.Keys.Except(english.Keys).Select(name => $"has {name}, which English lacks"))
            select $"{file.Name}: {name}"
        );

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_has_the_values_of_the_English_text(string language) =>
        Empty(
            from text in Pairs(language)
            where !Values(text.English).SetEquals(Values(text.Said))
            select $"{text.Name}: {text.Said}"
        );

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_can_be_formatted_for_every_number(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        Empty(
            from text in Pairs(language)
            where Values(text.Said).Count > 0
            from number in new[] { 0, 1, 2, 1_000_000 }
            where !IsFormatted(culture, text.Said, number)
            select $"{text.Name}: {text.Said}"
        );
    }

    /// <summary>A sentence that is equal to the English one was not translated.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void No_sentence_is_left_in_English(string language) =>
        Empty(
            from text in Pairs(language)
            where text.English.Length > ShortWord && text.English == text.Said && Word().IsMatch(text.English)
            select $"{text.Name}: {text.Said}"
        );

    /// <summary>WCAG 2.2, 2.5.3: who says what a button shows, must reach it by the name that it has.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void A_name_for_a_screen_reader_has_the_words_that_are_shown(string language) =>
        Empty(
            from file in Resources.Files.Skip(1)
            let said = Resources.Of(file, CultureInfo.GetCultureInfo(language))
            from named in said.Where(text => text.Key.EndsWith("-named", StringComparison.Ordinal))
            let shown = said.GetValueOrDefault(named.Key[..^"-named".Length])
            where shown is not null && !named.Value.Contains(shown, StringComparison.OrdinalIgnoreCase)
            select $"{file.Name}: {named.Value} lacks {shown}"
        );

    [Fact]
    public void Every_text_of_a_page_is_used()
    {
        var constants = Assemblies
            .Web.TypesWithNested()
            .SelectMany(type => type.Methods)
            .Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions)
            .Where(instruction => instruction.OpCode == OpCodes.Ldstr)
            .Select(instruction => (string)instruction.Operand)
            .ToHashSet(StringComparer.Ordinal);
        string[] begins = [.. constants.Where(constant => constant.Length > 2 && constant.EndsWith('-'))];
        string[] ends = [.. constants.Where(constant => constant.Length > 2 && constant.StartsWith('-'))];
        constants.UnionWith(OfEnumerations());
        Empty(
            from file in Resources.Files.Skip(1)
            from name in Resources.English(file).Keys
            where !constants.Contains(name)
            where !begins.Any(begin => name.StartsWith(begin, StringComparison.Ordinal))
            where !ends.Any(end => name.EndsWith(end, StringComparison.Ordinal))
            where !OfStatus().IsMatch(name)
            select $"{file.Name}: {name}"
        );
    }

    // EnumTexts makes these names.
    private static IEnumerable<string> OfEnumerations() =>
        from assembly in new[] { typeof(SharedTexts).Assembly, typeof(IAsk).Assembly }
        from type in assembly.GetTypes()
        where type.IsEnum
        from value in Enum.GetNames(type)
        select $"{Kebab(type.Name)}-{Kebab(value)}";

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static IEnumerable<(string Name, string English, string Said)> Pairs(string language) =>
        from file in Resources.Files
        let english = Resources.English(file)
        from said in Resources.Of(file, CultureInfo.GetCultureInfo(language))
        where english.ContainsKey(said.Key)
        select ($"{file.Name}: {said.Key}", english[said.Key], said.Value);

    private static HashSet<string> Values(string text) =>
        [.. Place().Matches(text).Select(place => place.Groups[1].Value)];

    // A number takes the format of a date too.
    private static bool IsFormatted(CultureInfo culture, string text, int number)
    {
        try
        {
            var said = PluralForms.Format(culture, text, [.. Enumerable.Repeat<object>(number, 10)]);
            return !said.Contains("plural,", StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Empty(IEnumerable<string> findings) =>
        Assert.True(!findings.Any(), string.Join('\n', findings));

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Place();

    // The error page and the problems of the API make these names from the status of the answer.
    [GeneratedRegex(@"^(title|text|problem)-\d{3}$")]
    private static partial Regex OfStatus();

    [GeneratedRegex(@"\p{Ll}{3,} \p{Ll}{2,}")]
    private static partial Regex Word();
}
