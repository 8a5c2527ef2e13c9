namespace ConnectGate.Gate.Reading;

/// <summary>
/// A phrase of a language's list: words in order, within one sentence. <c>word*</c> is any word that begins so, <c>a|b</c> either, <c>a?</c> perhaps,
/// <c>#</c> a number, <c>..</c> up to <see cref="Gap"/> words of any kind.
/// </summary>
internal sealed class Phrase
{
    /// <summary>How many words <c>..</c> stands for at most.</summary>
    public const int Gap = 4;

    private readonly Step[] _steps;

    private Phrase(Step[] steps, double weight, string section) => (_steps, Weight, Section) = (steps, weight, section);

    /// <summary>How much it says.</summary>
    public double Weight { get; }

    /// <summary>The heading it stands under: what it says.</summary>
    public string Section { get; }

    /// <summary>The words and beginnings of words that it can begin with.</summary>
    public IEnumerable<(string Text, bool IsPrefix)> Beginnings
    {
        get
        {
            foreach (var step in _steps)
            {
                foreach (var word in step.Words)
                {
                    yield return word;
                }

                if (!step.Optional)
                {
                    yield break;
                }
            }
        }
    }

    /// <exception cref="FormatException">It can't be read; the message says why.</exception>
    public static Phrase Parse(string pattern, double weight, string section)
    {
        var steps = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Step.Parse).ToArray();
        return steps.Length == 0 || steps[0].IsGap || steps[^1].IsGap || Array.TrueForAll(steps, step => step.Optional)
            ? throw new FormatException($"'{pattern}' is no phrase: it needs a word at either end.")
            : new Phrase(steps, weight, section);
    }

    /// <summary>How many words it takes from there; 0 where it doesn't stand there.</summary>
    public int Match(IReadOnlyList<FoldedWord> words, int at)
    {
        var end = Match(words, at, 0, words[at].Sentence);
        return end < 0 ? 0 : end - at;
    }

    // The first way that fits, words before gaps; bounded by the length of the phrase and its few gaps.
    private int Match(IReadOnlyList<FoldedWord> words, int at, int index, int sentence)
    {
        if (index == _steps.Length)
        {
            return at;
        }

        var step = _steps[index];
        if (step.IsGap)
        {
            for (var skipped = 0; skipped <= Gap; skipped++)
            {
                if (Match(words, at + skipped, index + 1, sentence) is >= 0 and var end)
                {
                    return end;
                }
            }

            return -1;
        }

        if (at < words.Count && words[at].Sentence == sentence && step.Fits(words[at].Text)
            && Match(words, at + 1, index + 1, sentence) is >= 0 and var taken)
        {
            return taken;
        }

        return step.Optional ? Match(words, at, index + 1, sentence) : -1;
    }

    private sealed record Step((string Text, bool IsPrefix)[] Words, bool Optional, bool IsGap)
    {
        public const string Number = "#";

        public static IEnumerable<Step> Parse(string word)
        {
            if (word == "..")
            {
                return [new Step([], false, true)];
            }

            var optional = word.EndsWith('?');
            var alternatives = word.TrimEnd('?').Split('|')
                .Select(alternative => alternative == Number ? [(Number, false)] : Folded(alternative)).ToArray();

            // One written word can be two compared ones: "l'ai".
            return alternatives is [var one]
                ? one.Select(part => new Step([part], optional, false))
                : [new Step([.. alternatives.Select(Single)], optional, false)];

            (string, bool) Single((string, bool)[] parts) => parts is [var part]
                ? part
                : throw new FormatException($"'{word}': either side of | is one word, without apostrophe or hyphen.");
        }

        public bool Fits(string word)
        {
            foreach (var (text, isPrefix) in Words)
            {
                if (isPrefix ? word.StartsWith(text, StringComparison.Ordinal) : word == text || (text == Number && char.IsAsciiDigit(word[0])))
                {
                    return true;
                }
            }

            return false;
        }

        private static (string, bool)[] Folded(string text)
        {
            var words = FoldedText.Of(text).Words;
            return words.Count == 0
                ? throw new FormatException($"'{text}' is no word.")
                : [.. words.Select((word, at) => (word.Text, at == words.Count - 1 && text.EndsWith('*')))];
        }
    }
}
