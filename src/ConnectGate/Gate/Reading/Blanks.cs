using System.Buffers;
using System.Text.RegularExpressions;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Finds blanks of a template that nobody filled in, in any script. Each one found is certain, so brackets of code,
/// Markdown, HTML and editors are left alone: only their words count.
/// </summary>
internal static class Blanks
{
    // [recipient's mother's favourite football club name] is longer than any real template's blank.
    private const int MostWords = 8;

    private const RegexOptions Options =
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;

    private static readonly Regex Bracketed = new(
        @"\{\{[^{}\n]{1,60}\}\}|\{[^{}\n]{1,60}\}|<<?[^<>\n]{1,60}>|\[\[?[^\[\]\n]{1,60}\]\(?|\([^()\n]{1,40}\)"
            + @"|[【〔〈〖][^\n】〕〉〗]{1,40}[】〕〉〗]|%%?[\p{L}_]{2,30}%%?|\*\|[^|\n]{1,40}\|\*|\$\{[\p{L}_. ]{2,30}\}"
            + @"|@@[\p{L}_]{2,30}@@|@[\p{L}]+_[\p{L}_]+|@[\p{L}]{3,30}|\$[\p{L}_]{2,30}\$|#[\p{L}_]{3,30}#",
        Options
    );

    // The text is in NFKD: full-width letters are ASCII ones, Hangul is Jamo.
    private static readonly Regex Gap = new(
        @"_{3,}|\.{4,}|X{2,}|x{2,}|O{2,}|o{2,}|[〇○◯●◎△▲□■]{2,}|(\u110B\u110B|\u3147\u3147)\u1102\u1175\u11B7|某某",
        Options
    );

    private static readonly SearchValues<char> NotInABlank = SearchValues.Create("\"=;()*+!?.");

    // "Hi null," or "Hi First Name," where the name should stand.
    private static readonly Regex Nothing = new(
        @"^\W*(\p{L}+[ \t]+)?(null|undefined|NaN|#N/A|None|\[object Object\]|(First|Last|Full) ?Name)"
            + @"([ \t]+null)?[ \t]*[,!:]",
        Options
    );

    // Only in title case, and not where a sentence could begin with it.
    private static readonly Regex Titled = new(
        @"\bYour (Company|Name|Title|City|School|University|Industry|Field|Organi[sz]ation|Position|Role)\b"
            + @"|\b(Company|Recipient) Name\b|\bJob Title\b"
            + @"|\b(Su|Votre|Vostra|Sua|Uw|Din) (Empresa|Nombre|Entreprise|Nom|Azienda|Nome|Bedrijf|Naam|"
            + @"Virksomhed|Navn)\b"
            + @"|\b([Ii]nsert|INSERT) ([Yy]our |YOUR )?([Ff]irst |[Cc]ompany |[Rr]ecipient |FIRST |COMPANY )?"
            + @"([Nn]ame|[Cc]ompany|[Tt]itle|NAME|COMPANY|TITLE)\b|\bMax Mustermann\b|\bVorname Nachname\b",
        Options
    );

    private static readonly string[] Commands = (
        "insert enter add type fill choose select mention your recipient recipients their hier ihr ihre votre inserer "
        + "insertar inserir inserisci vul indsaet su seu sua tu tuo tua vostra uw jouw din dein introducir nom nombre "
        + "nome naam specific shared relevant mutual name company vorname firma"
    ).Split(' ');

    // A letter about forms and templates may hold one, though not in place of its recipient's name.
    private static readonly string[] AboutBlanks = (
        "template templates templating placeholder placeholders mustache jinja handlebars liquid variable variables "
        + "syntax newsletter merge rendered renders literal literally escaped escape brackets curly generic generics "
        + "vorlage vorlagen platzhalter klammern plantilla plantillas modele gabarit modelli sjabloon skabelon "
        + "rundbrief bulletin html xml"
    ).Split(' ');

    // "Hi [anything]," in place of the name.
    private static readonly Regex Salutation = new(
        @"^\W{0,3}([\p{L}\p{M}]+[ \t]+){1,3}"
            + @"(?<blank>\[[^\[\]\n]{1,40}\]|\$?\{\{?[^{}\n]{1,40}\}\}?|<[^<>\n]{1,40}>)[ \t]*[,!:]",
        Options
    );

    // Greetings, and the words before a place, a company or a topic.
    private static readonly string[] BeforeAGap = (
        "hi hey hello dear hallo liebe lieber geehrte geehrter bonjour cher chere hola estimado estimada ola oi caro "
        + "cara ciao gentile hoi beste geachte hej hei kaere at in of for from about with your on to bei von fur uber "
        + "im am zum zur ihr ihre ihren chez de a dans sur votre en para sobre con su di da per suo sua em no na sobre "
        + "seu op voor bij van over uw jouw pa hos til om din dit i"
    ).Split(' ');

    private static readonly string[] NamesOfNames = ["name", "nom", "navn", "naam"];

    private static readonly string[] HtmlTags = ["title", "link", "section", "address", "article", "summary", "time"];

    // A letter about code names one <title> or {date}.
    private static readonly Regex Code = new(
        @"^[<{] ?(name|title|date|day|event|link|email|subject|project|product|post|article|variable|role|type|tag|"
            + @"location) ?[>}]$",
        Options | RegexOptions.IgnoreCase
    );

    // "(name)" and «Nom» are said of much else; two of them are not.
    private static readonly Regex Weak = new(@"\(\p{L}[^()\n]{2,30}\)|«[ ]?\p{L}[^«»\n]{1,30}»", Options);

    /// <summary>Where each blank begins in <see cref="FoldedText.Text"/>, and how long it is.</summary>
    public static IEnumerable<(int Start, int Length)> In(Passage passage, PhraseBook book)
    {
        var text = passage.Text;
        var found = text.Words.Any(word => AboutBlanks.Contains(word.Text)) ? [] : Unfilled(text, book);
        return Salutation.Match(text.Text).Groups["blank"] is { Success: true } name
            ? found.Where(one => one.Start != name.Index).Prepend((name.Index, name.Length))
            : found.Where(one => !passage.IsWithinQuotation(one.Start, one.Length));
    }

    private static IEnumerable<(int Start, int Length)> Unfilled(FoldedText text, PhraseBook book)
    {
        var latin = Glyphs.Latin(text.Text);
        var isMarkup = latin.Contains("</", StringComparison.Ordinal);
        var named = Bracketed
            .Matches(latin)
            .Where(match =>
                !(isMarkup && match.Value[0] == '<')
                && IsNamed(match.Value, latin, match.Index, book)
                && !IsAnEditors(match, text, book)
            );
        var first = named.FirstOrDefault()?.Value;
        var isCode = first is not null && Code.IsMatch(first) && named.All(match => match.Value == first);
        var weak = Weak.Matches(latin)
            .Where(match => book.Blanks.Contains(string.Concat(WordLists.Words(match.Value))));
        var gaps = Gap.Matches(latin).Where(match => IsGap(text.Text, match.Index, match.Length)).ToList();
        gaps.RemoveAll(match => gaps.Count == 1 && match.Value[0] == '_' && !IsAfterAPreposition(text, match.Index));
        var shouted = text.Words.Where(word =>
            word.Length >= 4 && book.Blanks.Contains(word.Text) && IsShouted(text, word) && SpeaksAround(text, word)
        );
        return (isCode ? [] : named)
            .Concat(weak.Skip(1).Any() ? weak : [])
            .Concat(gaps)
            .Concat(Nothing.Matches(latin))
            .Concat(Titled.Matches(latin))
            .Select(match => (match.Index, match.Length))
            .Concat(shouted.Select(word => (word.Start, word.Length)));
    }

    private static bool IsNamed(string bracketed, string text, int at, PhraseBook book)
    {
        var (first, before) = (bracketed[0], at > 0 ? text[at - 1] : ' ');
        if (
            bracketed.EndsWith('(') // [text](address), a[name]
            || (first is '<' or '[' or '{' or '(' && (char.IsAsciiLetterOrDigit(before) || before is '_' or ']'))
        )
        {
            return false;
        }

        if (bracketed.AsSpan(1).ContainsAny(NotInABlank) && first is not '(' and not '%' and not '*')
        {
            return false; // code, or a person speaking
        }

        var words = WordLists.Words(bracketed).ToList();
        if (words.Count is 0 or > MostWords)
        {
            // "[   ]" is a gap to write in, "[ ]" a box to tick or a list in code.
            return words.Count == 0
                && first is '{' or '['
                && bracketed[1..^1].Length >= 3
                && bracketed[1..^1].All(' '.Equals);
        }

        if (
            words.Count > 1
            && first is '[' or '{' or '<'
            && !bracketed.Any(letter => char.IsLower(letter) || char.IsDigit(letter))
            && bracketed.Count(char.IsLetter) > 2
            && before != '.' // [dbo].[ORDER_LINES]
            && !(at + bracketed.Length < text.Length && text[at + bracketed.Length] == '.')
        )
        {
            return true; // [YOUR PRODUCT], {CLIENT_TYPE}; no key as [NUMPAD-0], no number as {F85E-285D}
        }

        var whole = book.Blanks.Contains(string.Concat(words));
        return first switch
        {
            '(' => words.Count > 1 && words[0] is "insert" or "your" && (whole || book.Blanks.Contains(words[^1])),
            '<' => (whole && !HtmlTags.Contains(words[0])) || (words.Count > 1 && Commands.Contains(words[0])),
            '@' when bracketed[^1] != '@' && !bracketed.Contains('_', StringComparison.Ordinal) => whole
                && words[0].Length > 7, // @name is a handle, @firstname is not
            '%' or '#' or '*' or '@' => whole,
            '$' => whole || bracketed.Contains('_', StringComparison.Ordinal),
            '{' when bracketed.Contains('|', StringComparison.Ordinal) => words.Count > 1, // alternative wordings
            _ => whole || (words.Count > 1 && (Commands.Contains(words[0]) || book.Blanks.Contains(words[^1]))),
        };
    }

    // "for napali [country] who": an editor's word stands behind the one that it explains.
    private static bool IsAnEditors(Match match, FoldedText text, PhraseBook book)
    {
        var before = text.Words.LastOrDefault(word => word.Start + word.Length <= match.Index);
        return match.Value is ['[', >= 'a' and <= 'z', ..]
            && !match.Value.Any(letter => letter is ' ' or '_')
            && before.Length > 0
            && !book.IsEveryday(before.Text);
    }

    // A gap to write in, in place of a name. Letters touch emphasis, and a line by itself divides.
    private static bool IsGap(string text, int at, int length)
    {
        var (before, after) = (at > 0 ? text[at - 1] : '\n', at + length < text.Length ? text[at + length] : '\n');
        var besideDense =
            (IsDense(after) && !char.IsAsciiLetter(before)) || (IsDense(before) && !char.IsAsciiLetter(after));
        return text[at] switch
        {
            '_' => !Touches(before) && !Touches(after) && !IsALine(text, at, length),
            '.' => before == ' ' && text.AsSpan(at + length).TrimStart(' ') is [',', ..],
            // Kisses stand at the end, and the thirtieth of a kind has a name before it.
            'X' => besideDense
                || (
                    length >= 3
                    && !Touches(before)
                    && !Touches(after)
                    && text.AsSpan(at + length).Trim().Length > 0
                    && !IsAfterAName(text, at)
                ),
            'O' or 'x' or 'o' => besideDense,
            '\u110B' or '\u3147' or '某' => true,
            _ => IsDense(before)
                || IsDense(after)
                || (after == ' ' && text.Length > at + length + 1 && IsDense(text[at + length + 1])),
        };
    }

    // A lone line elsewhere divides a letter, or asks for the missing word of a riddle.
    private static bool IsAfterAPreposition(FoldedText text, int at)
    {
        var before = text.Words.LastOrDefault(word => word.Start + word.Length <= at);
        return before.Length == 0 || BeforeAGap.Contains(before.Text);
    }

    private static bool IsAfterAName(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length < before.Length && word is [var first, ..] && char.IsUpper(first);
    }

    private static bool Touches(char beside) =>
        char.IsLetterOrDigit(beside) || "_*.-/".Contains(beside, StringComparison.Ordinal);

    private static bool IsDense(char letter) =>
        letter is (>= '\u1100' and <= '\u11FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    private static bool IsALine(string text, int at, int length)
    {
        var before = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var after = text.IndexOf('\n', at + length);
        return text.AsSpan(before, Math.Max(0, at - before)).Trim().IsEmpty
            && text.AsSpan(at + length, (after < 0 ? text.Length : after) - at - length).Trim().IsEmpty;
    }

    private static bool IsShouted(FoldedText text, FoldedWord word) =>
        !text.Text.Substring(word.Start, word.Length).Any(char.IsLower);

    // A sentence in capitals holds no merge field; a lone EMAIL or POST can be a term of trade.
    private static bool SpeaksAround(FoldedText text, FoldedWord word)
    {
        var around = text.Words.Where(other => other.Sentence == word.Sentence && other.Length > 2).ToList();
        return (
                NamesOfNames.Any(name => word.Text.Contains(name, StringComparison.Ordinal))
                || word.Text is "company" or "empresa" or "firma" or "azienda"
            )
            && around.Count(other => IsShouted(text, other)) * 2 < around.Count;
    }
}
