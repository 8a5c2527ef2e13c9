using System.Text.RegularExpressions;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Finds blanks of a template that were not filled. Brackets that belong to the text stay unharmed: only what stands in
/// them tells.
/// </summary>
internal static class Blanks
{
    /// <summary>Refused by itself.</summary>
    private const double Sure = 5;

    /// <summary>
    /// Two of these are refused, one is a prompt: a template's syntax can be what the letter is about.
    /// </summary>
    private const double Likely = 2;

    /// <summary>Brackets that people use for much else.</summary>
    private const double Perhaps = 2.5;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Regex Bracketed = new(
        @"\{\{[^{}\n]{0,60}\}\}|\{[^{}\n]{1,60}\}|<[^<>\n]{1,60}>|\[[^\[\]\n]{1,60}\]\(?|\([^()\n]{1,40}\)|%%?[\p{L}_]{2,30}%%?|@[\p{L}_]{3,30}\b|#[\p{L}_]{3,30}#|\*\|[^|\n]{1,40}\|\*|\$\{?[\p{L}_]{3,30}\}?\$?|@@[\p{L}_]{2,30}@@|«[^«»\n]{1,40}»",
        Options
    );

    private static readonly Regex Lines = new(@"_{3,}|\b[XY]{3,}\b|\b[xX]{4,}\b|\bZZZ+\b|\.{5,}[ \t]*\p{Ll}", Options);

    private static readonly Regex Nothing = new(
        @"\b(null|undefined|NaN|#N/A|\[object Object\])(\s|,|!|\.|$)|\bNone[,!]",
        Options
    );

    private static readonly string[] Commands =
    [
        "insert",
        "your",
        "enter",
        "add",
        "type",
        "hier",
        "ihr",
        "votre",
        "inserer",
        "insertar",
        "inserir",
        "inserisci",
        "vul",
        "indsaet",
        "su",
        "seu",
        "tuo",
        "din",
        "uw",
    ];

    public static IEnumerable<(string Found, double Weight)> In(FoldedText text, PhraseBook book)
    {
        foreach (var match in Bracketed.Matches(text.Text).Cast<Match>())
        {
            if (WeightOf(match.Value, book) is > 0 and var weight)
            {
                yield return (match.Value, weight);
            }
        }

        foreach (var match in Lines.Matches(text.Text).Cast<Match>())
        {
            yield return (match.Value, match.Value[0] == '_' ? Sure : Perhaps);
        }

        var shouted = text
            .Words.Where(word => word.Length >= 4 && book.Blanks.Contains(word.Text) && !HasSmallLetters(text, word))
            .ToList();
        if (shouted.Count > 0)
        {
            // Who shouts a whole sentence has left no merge field in it.
            var spoken = text
                .Words.Where(word => HasSmallLetters(text, word))
                .Select(word => word.Sentence)
                .ToHashSet();
            foreach (var word in shouted.Where(word => spoken.Contains(word.Sentence)))
            {
                yield return (text.Text.Substring(word.Start, word.Length), Perhaps);
            }
        }

        var opening = text.Words.Take(2).Select(word => word.Start + word.Length).LastOrDefault();
        foreach (var match in Nothing.Matches(text.Text).Cast<Match>())
        {
            yield return (match.Value.Trim(), match.Index < opening ? Sure : Likely);
        }
    }

    private static bool HasSmallLetters(FoldedText text, FoldedWord word)
    {
        foreach (var letter in text.Text.AsSpan(word.Start, word.Length))
        {
            if (char.IsLower(letter))
            {
                return true;
            }
        }

        return false;
    }

    private static double WeightOf(string bracketed, PhraseBook book)
    {
        if (bracketed.EndsWith('('))
        {
            return 0; // [text](address)
        }

        var words = FoldedText.Of(bracketed).Words.Select(word => word.Text).ToList();
        var named =
            words.Count > 0
            && (book.Blanks.Contains(string.Concat(words)) || (Commands.Contains(words[0]) && words.Count > 1));
        return bracketed[0] switch
        {
            '(' or '«' => named ? Perhaps : 0, // «» are quotation marks
            '[' or '<' => named ? Sure : 0,
            '$' or '@' => named ? Sure : 0,
            '{' when bracketed[1] != '{' && bracketed.Contains('|', StringComparison.Ordinal) => Sure, // one of several wordings, not chosen
            _ => named || words.Count == 0 ? Sure : Likely,
        };
    }
}
