using System.Collections.Frozen;
using System.Globalization;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// What the gate knows of languages: phrases that speak for or against a note, and words that say nothing. Read once
/// from the files under <c>Gate/Phrases</c>, to which a community can add its own; their format is in
/// <c>docs/gate.md</c>.
/// </summary>
internal sealed class PhraseBook
{
    private static readonly Lazy<PhraseBook> AsItComes = new(() => Of(Own()));

    private readonly FrozenDictionary<string, Phrase[]> _byWord;
    private readonly FrozenDictionary<char, (string Prefix, Phrase Phrase)[]> _byPrefix;

    private readonly FrozenSet<string> _everyday;

    private PhraseBook(List<Phrase> phrases, IReadOnlyList<WordLists> languages)
    {
        var beginnings = phrases
            .SelectMany(phrase =>
                phrase.Beginnings.Select(beginning => (beginning.Text, beginning.IsPrefix, Phrase: phrase))
            )
            .ToList();
        _byWord = beginnings
            .Where(beginning => !beginning.IsPrefix)
            .GroupBy(beginning => beginning.Text, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(beginning => beginning.Phrase).ToArray(),
                StringComparer.Ordinal
            );
        _byPrefix = beginnings
            .Where(beginning => beginning.IsPrefix)
            .GroupBy(beginning => beginning.Text[0])
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(beginning => (beginning.Text, beginning.Phrase)).ToArray()
            );
        Languages = languages;
        _everyday = languages.SelectMany(language => language.Everyday).ToFrozenSet(StringComparer.Ordinal);
        Blanks = languages.SelectMany(language => language.Blanks).ToFrozenSet(StringComparer.Ordinal);
        Filler = languages.SelectMany(language => language.Filler).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The languages whose words it knows.</summary>
    public IReadOnlyList<WordLists> Languages { get; }

    /// <summary>The names of merge fields, in all languages, without the spaces between their words.</summary>
    public FrozenSet<string> Blanks { get; }

    /// <summary>Words of padding, in all languages.</summary>
    public FrozenSet<string> Filler { get; }

    /// <summary>
    /// The book as it comes with ConnectGate, read once in a process, or with a community's own pages.
    /// </summary>
    /// <param name="folder">Where those are, as <c>LANGUAGE.txt</c>; null for none.</param>
    /// <exception cref="FormatException">A line can't be read; the message names file and line.</exception>
    public static PhraseBook Load(string? folder = null) =>
        folder is null
            ? AsItComes.Value
            : Of(
                Own()
                    .Concat(
                        Directory
                            .EnumerateFiles(folder, "*.txt")
                            .Order(StringComparer.Ordinal)
                            .Select(file => (file, File.ReadAllText(file)))
                    )
            );

    /// <summary>Every phrase that stands in the text, overlapping ones too.</summary>
    public List<Found> Find(FoldedText text)
    {
        var found = new List<Found>();
        var words = text.Span;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at].Text;
            if (_byWord.TryGetValue(word, out var phrases))
            {
                Match(phrases, words, at, found);
            }

            if (char.IsAsciiDigit(word[0]) && _byWord.TryGetValue(Phrase.Number, out phrases))
            {
                Match(phrases, words, at, found);
            }

            if (_byPrefix.TryGetValue(word[0], out var prefixes))
            {
                foreach (var (prefix, phrase) in prefixes)
                {
                    if (word.StartsWith(prefix, StringComparison.Ordinal))
                    {
                        Match([phrase], words, at, found);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The language with most of these words among its everyday words; null where they are too few to decide.
    /// </summary>
    public WordLists? LanguageOf(IReadOnlyCollection<string> words)
    {
        var (best, most) = ((WordLists?)null, 0);
        foreach (var language in Languages) // plain loops: a text can have as many sentences as words
        {
            var known = 0;
            foreach (var word in words)
            {
                known += language.Everyday.Contains(word) ? 1 : 0;
            }

            (best, most) = known > most ? (language, known) : (best, most);
        }

        return most * 3 >= words.Count ? best : null;
    }

    /// <summary>Whether it is an everyday word in any language.</summary>
    public bool IsEveryday(string word) => _everyday.Contains(word);

    private static void Match(ReadOnlySpan<Phrase> phrases, ReadOnlySpan<FoldedWord> words, int at, List<Found> found)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Match(words, at) is > 0 and var count)
            {
                found.Add(new Found(phrase, at, count));
            }
        }
    }

    private static PhraseBook Of(IEnumerable<(string Name, string Text)> pages)
    {
        var phrases = new List<Phrase>();
        var languages = new Dictionary<string, WordLists>(StringComparer.Ordinal);
        foreach (var (name, text) in pages)
        {
            var tag = Path.GetFileNameWithoutExtension(name);
            if (!languages.TryGetValue(tag, out var language))
            {
                language = new WordLists(tag);
                languages.Add(tag, language);
            }

            Read(name, text, language, phrases);
        }

        return new PhraseBook(phrases, [.. languages.Values]);
    }

    private static IEnumerable<(string Name, string Text)> Own()
    {
        var assembly = typeof(PhraseBook).Assembly;
        const string prefix = "Phrases/";
        foreach (
            var resource in assembly
                .GetManifestResourceNames()
                .Where(name =>
                    name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource, reader.ReadToEnd());
        }
    }

    private static void Read(string name, string text, WordLists language, List<Phrase> phrases)
    {
        var section = "";
        foreach (var (number, line) in text.Split('\n').Select((line, index) => (index + 1, line.Trim())))
        {
            try
            {
                if (line.StartsWith('['))
                {
                    section = Section.Named(line.Trim('[', ']'));
                }
                else if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal) && line != "#")
                {
                    if (Section.HoldsWords(section))
                    {
                        language.Add(section, line);
                    }
                    else
                    {
                        phrases.Add(PhraseOf(section, line, language));
                    }
                }
            }
            catch (FormatException problem)
            {
                throw new FormatException($"{name}, line {number}: {problem.Message}", problem);
            }
        }
    }

    private static Phrase PhraseOf(string section, string line, WordLists language)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return
            space > 0
            && double.TryParse(line[..space], CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 5
            ? Phrase.Parse(line[space..], weight, section, language)
            : throw new FormatException("a phrase begins with its weight, up to 5.");
    }
}

/// <summary>A phrase where it stands in a text.</summary>
internal readonly record struct Found(Phrase Phrase, int At, int Count);
