using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ConnectGate.Ties.AddressBook.Reading.Tables;

/// <summary>
/// The day in a date as LinkedIn writes it, or a spreadsheet in one of the languages of western Europe. LinkedIn is
/// younger than the century, so two digits are a year of this one.
/// </summary>
internal static partial class FileDate
{
    private const int Longest = 60,
        Century = 2000,
        Shortest = 3;

    private static readonly string[] Languages =
    [
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "da",
        "nb",
        "sv",
        "fi",
        "pl",
        "cs",
        "hu",
        "tr",
    ];

    private static readonly FrozenDictionary<string, int> Months = NamesOfMonths();

    /// <summary>
    /// Null where the text is no date, or one that is read differently in two countries: 3/4/2026.
    /// </summary>
    public static DateOnly? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        return Written().Match(text) is { Success: true } found
            ? Valid(Year(found), Month(found), Number(found, "day"))
            : OfNumbers(text);
    }

    private static DateOnly? OfNumbers(string text)
    {
        if (Numbers().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var (first, second, third) = (Number(found, "first"), Number(found, "second"), Number(found, "third"));
        if (found.Groups["first"].Length == 4)
        {
            return Valid(first, second, third);
        }

        // Only dates with slashes are American, and AM or PM stands in these alone.
        var slashed = found.Groups["mark"].Value == "/";
        return slashed && (second > 12 || Half().IsMatch(text)) ? Valid(Year(third), first, second)
            : !slashed || first > 12 || first == second ? Valid(Year(third), second, first)
            : null;
    }

    private static int Number(Match found, string group) =>
        int.Parse(found.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(Match found) => Year(Number(found, "year"));

    private static int Year(int number) => number < 100 ? Century + number : number;

    // 0, which is no month, for an unknown name.
    private static int Month(Match found) => Months.GetValueOrDefault(SearchText.Fold(found.Groups["month"].Value));

    private static DateOnly? Valid(int year, int month, int day) =>
        year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    // Each name, and each beginning of it from three letters on that is one month alone in its language. Where
    // languages differ, the first one counts.
    private static FrozenDictionary<string, int> NamesOfMonths() =>
        Languages
            .SelectMany(NamesIn)
            .Append((Name: "mrz", Month: 3))
            .DistinctBy(name => name.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(name => name.Name, name => name.Month, StringComparer.Ordinal);

    private static IEnumerable<(string Name, int Month)> NamesIn(string language)
    {
        var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        return (
            from names in new[]
            {
                format.MonthNames,
                format.MonthGenitiveNames,
                format.AbbreviatedMonthNames,
                format.AbbreviatedMonthGenitiveNames,
            }
            from month in Enumerable.Range(1, 12)
            let name = SearchText.Fold(names[month - 1]).Trim('.', ' ')
            from length in Enumerable.Range(Shortest, Math.Max(0, name.Length - Shortest + 1))
            select (Name: name[..length], Month: month)
        )
            .GroupBy(name => name.Name, StringComparer.Ordinal)
            .Where(name => name.DistinctBy(each => each.Month).Count() == 1)
            .Select(name => name.First());
    }

    // 8 Feb 2026, 08-Feb-26, 8. Februar 2026, 8 de febrero de 2026, Feb 8, 2026.
    [GeneratedRegex(
        @"^(\p{L}+,? )?((?<day>[0-9]{1,2})(st|nd|rd|th|er)?[\s.\-/]+(de )?(?<month>\p{L}+)"
            + @"|(?<month>\p{L}+)\.?[\s\-]+(?<day>[0-9]{1,2}))"
            + @"\.?,?[\s.\-/]+(de )?(?<year>[0-9]{4}|[0-9]{2})\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Written();

    // A time may follow.
    [GeneratedRegex(
        @"^(?<first>[0-9]{1,4})(?<mark>[./\-])\s?(?<second>[0-9]{1,2})[./\-]\s?(?<third>[0-9]{4}|[0-9]{1,2})"
            + @"\.?([T,\s]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\b[APap]\.?[Mm]\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Half();
}
