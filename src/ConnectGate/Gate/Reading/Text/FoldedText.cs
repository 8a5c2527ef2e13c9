using System.Runtime.InteropServices;
using System.Text;

namespace ConnectGate.Gate.Reading.Text;

/// <summary>
/// A text as the gate compares it: without case, accents, look-alike letters, invisible characters and punctuation, so
/// that none of them makes two texts different. Made in one pass; whatever a person typed, the work grows with its
/// length and no faster.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>
    /// How many words are compared: the longest note the gate admits has no more, even where each character is one;
    /// what is longer is refused for its length.
    /// </summary>
    public const int MostWords = 1_000;

    private readonly List<FoldedWord> _words;

    private FoldedText(string text, List<FoldedWord> words, IReadOnlyList<(int Start, int Length)> links) =>
        (Text, _words, Links) = (text, words, links);

    /// <summary>Its words in order, links left out.</summary>
    public IReadOnlyList<FoldedWord> Words => _words;

    /// <summary>The same words, for loops that look at each of them thousands of times.</summary>
    public ReadOnlySpan<FoldedWord> Span => CollectionsMarshal.AsSpan(_words);

    /// <summary>Its links in order: where each begins in <see cref="Text"/>, and how long it is.</summary>
    public IReadOnlyList<(int Start, int Length)> Links { get; }

    /// <summary>
    /// The text that <see cref="FoldedWord.Start"/> counts in: without invisible characters, in NFKD.
    /// </summary>
    public string Text { get; }

    /// <summary>
    /// Folds a text; any text, however long and broken, as far as <see cref="ComparedText.Longest"/>.
    /// </summary>
    public static FoldedText Of(string? text)
    {
        var compared = ComparedText.Of(text);
        var links = LinkFinder.In(compared);
        var words = new Taking(compared);
        var passed = 0;
        for (var at = 0; at < compared.Length && !words.AreEnough; )
        {
            if (passed < links.Count && at == links[passed].Start)
            {
                words.PassLink(at);
                at += links[passed++].Length;
                continue;
            }

            Rune.DecodeFromUtf16(compared.AsSpan(at), out var rune, out var length);
            words.Take(rune, at, length);
            at += length;
        }

        words.EndWord(compared.Length);
        return new FoldedText(compared, words.Taken, links);
    }

    /// <summary>Takes a text apart, character by character.</summary>
    private sealed class Taking(string text)
    {
        private readonly StringBuilder _word = new();
        private int _start;
        private int _sentence;
        private int _clause;
        private bool _sentenceBegins = true;
        private bool _capital;
        private Script _script;

        public List<FoldedWord> Taken { get; } = [];

        public bool AreEnough => Taken.Count >= MostWords;

        public void Take(Rune rune, int at, int length)
        {
            if (VisibleText.IsMark(rune))
            {
                if (_script is Script.Other or Script.Dense)
                {
                    // In Arabic or Devanagari a mark makes another word. On Latin letters it is an accent.
                    _word.Append(text, at, length);
                }
            }
            else if (Rune.IsLetterOrDigit(rune))
            {
                TakeLetter(rune, at);
            }
            else
            {
                EndWord(at);
                TakePunctuation(rune);
            }
        }

        public void EndWord(int at)
        {
            if (_word.Length > 0)
            {
                Taken.Add(
                    new FoldedWord(
                        _word.ToString(),
                        _sentence,
                        _clause,
                        _start,
                        at - _start,
                        _capital && !_sentenceBegins,
                        _script == Script.Dense
                    )
                );
                _sentenceBegins = false;
                _word.Clear();
            }

            _script = Script.None;
        }

        public void PassLink(int at)
        {
            EndWord(at);
            _clause++;
            _sentenceBegins = false;
        }

        private void TakeLetter(Rune rune, int at)
        {
            var (folded, script) = Glyphs.Fold(rune);
            if (script == Script.Dense || _script == Script.Dense)
            {
                EndWord(at); // without spaces between words, each character is one
            }

            if (_word.Length == 0)
            {
                (_start, _capital) = (at, Rune.IsUpper(rune));
            }
            else if (Rune.IsUpper(rune))
            {
                _capital = false; // an abbreviation, or somebody who shouts: either says nothing of names
            }

            _script = script;
            _word.Append(folded);
        }

        private void TakePunctuation(Rune rune)
        {
            _clause += Rune.IsWhiteSpace(rune) && rune.Value != '\n' || JoinsWords(rune) ? 0 : 1;
            if (EndsSentence(rune) && !_sentenceBegins)
            {
                _sentence++;
            }

            // A capital after a colon, a quotation mark or a bracket says no more than at a sentence's beginning.
            _sentenceBegins |= EndsSentence(rune) || rune.Value is ':' or '"' or '(' or '\u201C' or '\u201E';
        }

        private static bool JoinsWords(Rune rune) =>
            rune.Value is '\'' or '\u2019' or '\u02BC' or '`' or '\u00B4' or '-';

        private static bool EndsSentence(Rune rune) =>
            rune.Value is '.' or '!' or '?' or ';' or '\n' or '\u2026' or '\u3002' or '\u061F' or '\u06D4' or '\u0964';
    }
}

/// <summary>A word as it is compared.</summary>
/// <param name="Text">Folded.</param>
/// <param name="Sentence">Which sentence it stands in, from 0.</param>
/// <param name="Clause">Which clause it stands in: a number that grows at every punctuation mark.</param>
/// <param name="Start">Where it begins in <see cref="FoldedText.Text"/>.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Capital">Whether it begins, and only begins, with a capital though no sentence begins with it.</param>
/// <param name="IsDense">Whether it is a character of a script that has no spaces between words.</param>
internal readonly record struct FoldedWord(
    string Text,
    int Sentence,
    int Clause,
    int Start,
    int Length,
    bool Capital,
    bool IsDense
);
