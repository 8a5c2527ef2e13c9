using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>One field of a letter with the phrases that stand in it.</summary>
internal sealed class Passage
{
    private readonly ILookup<string, Found> _found;

    public Passage(string field, string text, PhraseBook book)
    {
        Field = field;
        Text = FoldedText.Of(text);
        _found = book.Find(Text).ToLookup(found => found.Phrase.Section, StringComparer.Ordinal);
    }

    public string Field { get; }

    public FoldedText Text { get; }

    /// <summary>
    /// What of a section stands here. Where phrases overlap, only the weightiest counts: a word is evidence once.
    /// </summary>
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

    public Evidence Evidence(Found found) =>
        new(found.Phrase.Section, Field, Text.Written(found.At, found.Count), found.Phrase.Weight);
}
