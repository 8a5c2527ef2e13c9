namespace ConnectGate.Gate.Reading.Text;

/// <summary>The words of a language that do not depend on the recipient.</summary>
/// <param name="tag">Its BCP 47 tag.</param>
internal sealed class WordLists(string tag)
{
    /// <summary>Its BCP 47 tag.</summary>
    public string Tag => tag;

    /// <summary>Names of merge fields.</summary>
    public HashSet<string> Blanks { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of padding.</summary>
    public HashSet<string> Filler { get; } = new(StringComparer.Ordinal);

    /// <summary>Words in common use for any recipient, including the words of networking and praise.</summary>
    public HashSet<string> Everyday { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the words of a line.</summary>
    public void Add(string section, string line)
    {
        if (section == Section.Placeholder)
        {
            Blanks.UnionWith(line.Split(',').Select(name => string.Concat(Words(name))));
            return;
        }

        (section == Section.Filler ? Filler : Everyday).UnionWith(Words(line));
    }

    /// <summary>The words of a text as they are compared.</summary>
    public static IEnumerable<string> Words(string text) => FoldedText.Of(text).Words.Select(word => word.Text);
}

/// <summary>The headings in a file of phrases.</summary>
internal static class Section
{
    public const string Stock = "stock";
    public const string Flattery = "flattery";
    public const string Pitch = "pitch";
    public const string Blast = "blast";
    public const string Abuse = "abuse";
    public const string Padding = "padding";
    public const string Known = "known";
    public const string Placeholder = "placeholder";
    public const string Filler = "filler";
    public const string Common = "common";
    public const string Speak = "speak";

    private static readonly string[] OfPhrases = [Stock, Flattery, Pitch, Blast, Abuse, Padding, Known];
    private static readonly string[] OfWords = [Placeholder, Filler, Common, Speak];

    public static bool HoldsWords(string section) => OfWords.Contains(section);

    /// <exception cref="FormatException">There is no such heading.</exception>
    public static string Named(string name) =>
        OfPhrases.Contains(name) || HoldsWords(name)
            ? name
            : throw new FormatException(
                $"there is no [{name}]; there are {string.Join(", ", OfPhrases.Concat(OfWords))}."
            );
}
