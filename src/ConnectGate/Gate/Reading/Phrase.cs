using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// A phrase of a language's list: words in order, within one sentence. <c>word*</c> is any word that begins so,
/// <c>a|b</c> either, <c>a?</c> perhaps, <c>#</c> a number, <c>..</c> up to <see cref="Gap"/> words of any kind,
/// <c>...</c> a slot of up to <see cref="Slot"/>, <c>$</c> the end of a clause.
/// </summary>
internal sealed class Phrase
{
    /// <summary>How many words <c>..</c> stands for at most.</summary>
    public const int Gap = 4;

    /// <summary>How many words <c>...</c> stands for at most: a name, a role, a company.</summary>
    public const int Slot = 10;

    /// <summary>Stands for any number.</summary>
    public const string Number = "#";

    private const string End = "$";

    private readonly Step[] _steps;

    private Phrase(Step[] steps, double weight, string section, WordLists language) =>
        (_steps, Weight, Section, Language) = (steps, weight, section, language);

    /// <summary>How much it says.</summary>
    public double Weight { get; }

    /// <summary>The heading it stands under: what it says.</summary>
    public string Section { get; }

    /// <summary>The language whose list it is of.</summary>
    public WordLists Language { get; }

    /// <summary>The words and beginnings of words that it can begin with.</summary>
    public IEnumerable<(string Text, bool IsPrefix)> Beginnings
    {
        get
        {
            foreach (var step in _steps)
            {
                foreach (var alternative in step.Alternatives)
                {
                    yield return alternative[0];
                }

                if (!step.Optional)
                {
                    yield break;
                }
            }
        }
    }

    /// <exception cref="FormatException">It can't be read; the message says why.</exception>
    public static Phrase Parse(string pattern, double weight, string section, WordLists language)
    {
        var steps = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Step.Of).ToArray();
        return
            steps.Length == 0
            || steps[0].IsGap
            || steps[0].CanEnd
            || steps[^1].IsGap
            || Array.TrueForAll(steps, step => step.Optional)
            ? throw new FormatException($"'{pattern}' is no phrase: it needs a word at either end.")
            : new Phrase(steps, weight, section, language);
    }

    /// <summary>How many words it takes from there; 0 where it doesn't stand there.</summary>
    public int Match(ReadOnlySpan<FoldedWord> words, int at)
    {
        var end = Match(words, at, 0, words[at].Sentence);
        return end < 0 ? 0 : end - at;
    }

    // The first way that fits, words before gaps; bounded by the length of the phrase and its few gaps.
    private int Match(ReadOnlySpan<FoldedWord> words, int at, int index, int sentence)
    {
        if (index == _steps.Length)
        {
            return at;
        }

        var step = _steps[index];
        if (step.IsGap)
        {
            for (var skipped = 0; skipped <= step.Skips; skipped++)
            {
                if (Match(words, at + skipped, index + 1, sentence) is >= 0 and var after)
                {
                    return after;
                }
            }

            return -1;
        }

        foreach (var alternative in step.Alternatives)
        {
            if (
                Stands(alternative, words, at, sentence)
                && Match(words, at + (alternative[0].Text == End ? 0 : alternative.Length), index + 1, sentence)
                    is >= 0
                        and var end
            )
            {
                return end;
            }
        }

        return step.Optional ? Match(words, at, index + 1, sentence) : -1;
    }

    private static bool Stands(
        (string Text, bool IsPrefix)[] alternative,
        ReadOnlySpan<FoldedWord> words,
        int at,
        int sentence
    )
    {
        if (alternative[0].Text == End)
        {
            return at > 0 && (at >= words.Length || words[at].Clause != words[at - 1].Clause);
        }

        foreach (var (text, isPrefix) in alternative)
        {
            if (at >= words.Length || words[at].Sentence != sentence || !Fits(words[at].Text))
            {
                return false;
            }

            at++;

            bool Fits(string word) =>
                isPrefix
                    ? word.StartsWith(text, StringComparison.Ordinal)
                    : word == text || (text == Number && char.IsAsciiDigit(word[0]));
        }

        return true;
    }

    /// <summary>One place in a phrase: a gap, or any of some words.</summary>
    private sealed record Step((string Text, bool IsPrefix)[][] Alternatives, bool Optional, int Skips)
    {
        public bool IsGap => Skips > 0;

        public bool CanEnd => Alternatives.Any(alternative => alternative[0].Text == End);

        public static Step Of(string word) =>
            word switch
            {
                ".." => new Step([], false, Gap),
                "..." => new Step([], false, Slot),
                _ => new Step([.. word.TrimEnd('?').Split('|').Select(Folded)], word.EndsWith('?'), 0),
            };

        // One written word can be several compared ones: "l'ai".
        private static (string, bool)[] Folded(string text)
        {
            if (text is Number or End)
            {
                return [(text, false)];
            }

            var words = FoldedText.Of(text).Words;
            return words.Count == 0
                ? throw new FormatException($"'{text}' is no word.")
                : [.. words.Select((word, at) => (word.Text, at == words.Count - 1 && text.EndsWith('*')))];
        }
    }
}
