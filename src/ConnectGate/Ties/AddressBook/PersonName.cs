using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace ConnectGate.Ties.AddressBook;

/// <summary>
/// Names in the form for comparisons: folded as for search, with only letters and digits, the given name first, without
/// titles and without remarks in brackets.
/// </summary>
internal static partial class PersonName
{
    // An index takes no longer text.
    private const int Longest = 200,
        MostWords = 8;

    private static readonly SearchValues<char> Opening = SearchValues.Create("([（"),
        Inner = SearchValues.Create(".-/");

    private static readonly char[] Commas = [',', '،', '、', '，'];

    private static readonly FrozenSet<string> Before = Words(
        "mr mrs ms miss mx dr prof professor doctor sir dame rev reverend herr frau hr dipl dipling dring privdoz phdr "
            + "mudr judr rndr mgr drs dhr mevr mevrouw mme mlle monsieur madame mademoiselle sr sra srta señor señora "
            + "dott dottssa dottore dottoressa sigra signor signora profssa fru frøken shri smt"
    );

    // Those that are also names or words count only with a full stop.
    private static readonly FrozenSet<string> BeforeWithStop = Words(
        "fr me ing ir mag bc lic arq avv adv eng inż hon sig ra med rer nat phil jur hc habil"
    );

    private static readonly FrozenSet<string> Behind = Words(
        "jr sr ii iii phd md mba msc bsc llm llb mphil dphil dds dvm esq cpa pmp meng beng mpa mph edd psyd dba fca "
            + "cfa retd"
    );

    private static readonly FrozenSet<string> BehindWithStop = Words("ma ba bs ms rn ra iv pe");

    /// <summary>A name as people show it: "Ada Ferreira", or "Ferreira, Dr. Ada".</summary>
    public static string Fold(string name) => Joined(WordsOf(name));

    /// <summary>A name in two parts. One of them may be empty.</summary>
    public static string Fold(string given, string family)
    {
        var (first, last) = (WordsOf(given, isWhole: false), WordsOf(family, isWhole: false));
        return AreDense(first) && AreDense(last) ? Joined([.. last, .. first]) : Joined([.. first, .. last]);
    }

    /// <summary>
    /// All that a name can be in a book that may have its parts in the other order: "Ferreira Ada", "Ada Ferreira".
    /// </summary>
    public static IEnumerable<string> Orders(string name)
    {
        var words = WordsOf(name);
        return Enumerable
            .Range(0, Math.Clamp(words.Count, 1, MostWords))
            .Select(first => Joined([.. words.Skip(first), .. words.Take(first)]))
            .Where(order => order.Length > 0)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>Any other text in the same form, such as a company.</summary>
    public static string FoldWords(string text) => string.Join(' ', Letters(text));

    private static List<string> WordsOf(string name, bool isWhole = true)
    {
        name = name.AsSpan().ContainsAny(Opening) ? Brackets().Replace(name, " ") : name;
        var parts = name.Split(Commas, StringSplitOptions.TrimEntries);
        var words = WithoutTitles(parts[0]);
        foreach (var part in parts.Skip(1))
        {
            var more = IsCredential(part, parts[0]) ? [] : WithoutTitles(part);
            if (isWhole)
            {
                words.InsertRange(0, more); // the family name is before the comma
                isWhole = more.Count == 0;
            }
            else
            {
                words.AddRange(more);
            }
        }

        return [.. words.SelectMany(Letters)];
    }

    private static List<string> WithoutTitles(string part)
    {
        var words = part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && IsTitle(words[0], Before, BeforeWithStop))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && IsTitle(words[^1], Behind, BehindWithStop))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    // Behind a comma: all words are titles, or capitals beside a name that is not written in capitals.
    private static bool IsCredential(string part, string name) =>
        part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .All(word =>
                IsTitle(word, Behind, BehindWithStop)
                || IsTitle(word + ".", Before, Behind)
                || (word.Count(char.IsUpper) > 1 && !word.Any(char.IsLower) && name.Any(char.IsLower))
            );

    private static bool IsTitle(string word, FrozenSet<string> titles, FrozenSet<string> withStop)
    {
        if (!word.AsSpan().ContainsAny(Inner))
        {
            return titles.Contains(SearchText.Fold(word));
        }

        var pieces = SearchText.Fold(word).Split(['.', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var stop = word.Contains('.', StringComparison.Ordinal);
        return pieces.Length > 0 && (Is(string.Concat(pieces)) || Array.TrueForAll(pieces, Is));

        bool Is(string piece) => titles.Contains(piece) || (stop && withStop.Contains(piece));
    }

    // A word with a hyphen becomes two. An apostrophe is left out.
    private static IEnumerable<string> Letters(string word)
    {
        var plain = SearchText.Fold(word);
        if (!plain.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return plain.Length > 0 ? [plain] : [];
        }

        var folded = new StringBuilder(word.Length);
        foreach (var rune in plain.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || VisibleText.IsMark(rune))
            {
                folded.Append(rune);
            }
            else if (rune.Value != '\'')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // Chinese, Japanese and Korean names are written with a space or without.
    private static string Joined(List<string> words) => Cut(string.Join(AreDense(words) ? "" : " ", words));

    private static bool AreDense(List<string> words) =>
        words.TrueForAll(word => VisibleText.Measure.IsDense(Rune.GetRuneAt(word, 0)));

    private static string Cut(string folded) =>
        folded.Length <= Longest ? folded
        : char.IsHighSurrogate(folded[Longest - 1]) ? folded[..(Longest - 1)].TrimEnd()
        : folded[..Longest].TrimEnd();

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').Select(SearchText.Fold).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[(\[（][^)\]）]*[)\]）]?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Brackets();
}
