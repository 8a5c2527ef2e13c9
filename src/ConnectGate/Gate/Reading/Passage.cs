using System.Text.RegularExpressions;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>One field of a letter with the phrases found in it.</summary>
internal sealed class Passage
{
    // Up to this share of the text: a pitch wholly within quotation marks is no quotation.
    private const double MostQuoted = 0.8;

    private static readonly Regex Quotation = new(
        @"(^|[\s(])(?<said>""[^""\n]{1,200}""|[\u201C\u201E][^\u201C\u201D\n]{1,200}[\u201C\u201D]"
            + @"|\u00AB[^\u00BB\n]{1,200}\u00BB|[\u2018'][^\u2018\u2019'\n]{1,200}[\u2019'])([\s.,;:!?)\u2013-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    );

    private readonly ILookup<string, Found> _found;
    private readonly List<(int Start, int End)> _quoted = [];
    private readonly string _typed;

    public Passage(string field, string text, PhraseBook book)
    {
        (Field, _typed) = (field, text);
        Text = FoldedText.Of(text);
        foreach (var quote in Quotation.Matches(Text.Text).Select(match => match.Groups["said"]))
        {
            if (quote.Length < MostQuoted * Text.Text.Length)
            {
                _quoted.Add((quote.Index, quote.Index + quote.Length));
            }
        }

        var language = book.LanguageOf([.. Text.Words.Select(word => word.Text)]);
        var bySentence = new Dictionary<int, WordLists?>();
        _found = book.Find(Text)
            .Where(found => !IsQuoted(found) && IsOfItsLanguage(found))
            .ToLookup(found => found.Phrase.Section, StringComparer.Ordinal);

        // "Networking" is stock in Spanish and a trade in English. Threats and slurs are meant in any language.
        bool IsOfItsLanguage(Found found)
        {
            var list = found.Phrase.Language;
            if (found.Phrase.Section == Section.Abuse || list == language)
            {
                return true;
            }

            var sentence = Text.Words[found.At].Sentence;
            if (!bySentence.TryGetValue(sentence, out var spoken))
            {
                spoken = book.LanguageOf([
                    .. Text.Words.Where(word => word.Sentence == sentence).Select(word => word.Text),
                ]);
                bySentence.Add(sentence, spoken);
            }

            return language is null && (spoken is null || spoken == list || list.Everyday.Count == 0);
        }
    }

    public string Field { get; }

    public FoldedText Text { get; }

    /// <summary>Whether it stands in a quotation that holds more than it, and so is not the writer's own.</summary>
    public bool IsWithinQuotation(int start, int length) =>
        _quoted.Exists(quote =>
            quote.Start < start && start + length < quote.End && quote.End - quote.Start > length + 2
        );

    // My grandson says I should "add you to my network": not the writer's own words.
    private bool IsQuoted(Found found) =>
        _quoted.Exists(quote => quote.Start <= Text.Words[found.At].Start && Text.Words[found.At].Start < quote.End);

    /// <summary>The phrases of these sections. Of overlapping phrases only the weightiest counts.</summary>
    public IReadOnlyList<Found> Of(params ReadOnlySpan<string> sections)
    {
        var all = new List<Found>();
        foreach (var section in sections)
        {
            all.AddRange(_found[section]);
        }

        var taken = new bool[Text.Words.Count];
        var counted = new List<Found>();
        foreach (
            var found in all.OrderByDescending(found => found.Phrase.Weight).ThenByDescending(found => found.Count)
        )
        {
            var words = taken.AsSpan(found.At, found.Count);
            if (!words.Contains(true))
            {
                words.Fill(true);
                counted.Add(found);
            }
        }

        return counted;
    }

    public Evidence Evidence(Found found)
    {
        var (first, last) = (Text.Words[found.At], Text.Words[found.At + found.Count - 1]);
        var length = last.Start + last.Length - first.Start;
        return new Evidence(found.Phrase.Section, found.Phrase.Weight, this, first.Start, length);
    }

    /// <summary>The words as they were typed; both count in <see cref="FoldedText.Text"/>.</summary>
    public Quote Quote(int start, int length) => ComparedText.Quote(Field, _typed, start, length);
}
