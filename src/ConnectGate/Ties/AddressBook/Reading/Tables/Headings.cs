using System.Collections.Frozen;

namespace ConnectGate.Ties.AddressBook.Reading.Tables;

/// <summary>Finds what people mean by a heading. Case, accents, blanks and hyphens do not matter.</summary>
internal static class Headings
{
    /// <param name="spellings">For each meaning its spellings, with commas between. Of two meanings of one spelling,
    /// the first counts.</param>
    public static FrozenDictionary<string, T> Of<T>(IEnumerable<KeyValuePair<T, string>> spellings) =>
        spellings
            .SelectMany(one => one.Value.Split(", ").Select(name => (Name: Normal(name), Meaning: one.Key)))
            .DistinctBy(name => name.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(name => name.Name, name => name.Meaning, StringComparer.Ordinal);

    /// <summary>The form in which spellings are compared.</summary>
    public static string Normal(string name) => string.Concat(SearchText.Fold(name).Where(char.IsLetterOrDigit));
}

/// <summary>Spreadsheets write the separator of their country.</summary>
internal static class CsvSeparators
{
    public static readonly char[] All = [',', ';', '\t'];
}
