using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>The words that somebody chose for this letter: neither everyday, nor of networking, nor given.</summary>
internal static class ChosenWords
{
    /// <summary>Each once, in order.</summary>
    public static IEnumerable<string> In(IEnumerable<FoldedWord> words, Given given, PhraseBook book)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in words.GroupBy(word => word.Sentence, word => word.Text))
        {
            var language = book.LanguageOf([.. sentence]);
            foreach (var word in sentence)
            {
                // Too short a sentence is read as in any language.
                if (
                    !(language?.Everyday.Contains(word) ?? book.IsEveryday(word))
                    && !given.Names.Contains(word)
                    && !given.Context.Contains(word)
                    && !Padding.IsNoWord(word, book)
                    && !char.IsDigit(word[0])
                    && seen.Add(word)
                )
                {
                    yield return word;
                }
            }
        }
    }
}
