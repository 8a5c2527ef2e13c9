using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Copies;

/// <summary>The words that make a note personal: they would differ in a note to another person.</summary>
internal static class OwnWords
{
    /// <summary>In words. A recipient's name further inside the note is no greeting.</summary>
    private const int LongestGreeting = 5;

    /// <summary>In words. A sender's name further from the end is no signature.</summary>
    private const int LongestSignature = 12;

    /// <summary>In words. Up to this length, the text before the sender's name in its sentence is a sign-off.</summary>
    private const int LongestSignOff = 8;

    /// <summary>In characters. Shorter words of a headline ("at", "for") are too common to leave out.</summary>
    private const int ShortestContext = 4;

    /// <summary>
    /// The folded words in order, without greeting, sign-off, names, numbers, links and the words of the recipient's
    /// headline.
    /// </summary>
    public static IEnumerable<string> Of(
        string? note,
        string? senderName,
        IEnumerable<string> recipientNames,
        string? recipientContext
    )
    {
        var words = FoldedText.Of(note).Words;
        var sender = Folded(senderName);
        var recipient = recipientNames.SelectMany(Folded).ToHashSet(StringComparer.Ordinal);
        var context = FoldedText.Of(recipientContext).Words;
        var placed = context
            .Where(word => !word.IsDense && word.Text.Length >= ShortestContext)
            .Select(word => word.Text)
            .ToHashSet(StringComparer.Ordinal);
        var dense = context
            .Zip(context.Skip(1))
            .Where(pair => pair.First.IsDense && pair.Second.IsDense)
            .Select(pair => pair.First.Text + pair.Second.Text)
            .ToHashSet(StringComparer.Ordinal);

        var (from, to) = (AfterGreeting(words, recipient), words.Count);
        to = BeforeSignOff(words, from, sender);
        for (var at = from; at < to; at++)
        {
            var word = words[at];
            var given =
                sender.Contains(word.Text)
                || recipient.Contains(word.Text)
                || placed.Contains(word.Text)
                || char.IsDigit(word.Text[0])
                || (word.IsDense && (dense.Contains(Pair(at - 1)) || dense.Contains(Pair(at))));
            if (!given)
            {
                yield return word.Text;
            }
        }

        string Pair(int at) => at >= 0 && at + 1 < words.Count ? words[at].Text + words[at + 1].Text : "";
    }

    private static HashSet<string> Folded(string? text) =>
        FoldedText.Of(text).Words.Select(word => word.Text).ToHashSet(StringComparer.Ordinal);

    private static int AfterGreeting(IReadOnlyList<FoldedWord> words, HashSet<string> recipient)
    {
        var from = 0;
        for (var at = 0; at < Math.Min(LongestGreeting, words.Count); at++)
        {
            if (recipient.Contains(words[at].Text))
            {
                from = at + 1;
            }
        }

        return Courtesies.AfterGreeting(words, from);
    }

    private static int BeforeSignOff(IReadOnlyList<FoldedWord> words, int from, HashSet<string> sender)
    {
        var to = words.Count;
        for (var at = words.Count - 1; at >= Math.Max(from, words.Count - LongestSignature); at--)
        {
            if (sender.Contains(words[at].Text))
            {
                to = SignOff(words, from, at);
            }
        }

        return Courtesies.BeforeSignOff(words, from, to);
    }

    private static int SignOff(IReadOnlyList<FoldedWord> words, int from, int name)
    {
        var begins = name;
        while (begins > from && words[begins - 1].Sentence == words[name].Sentence)
        {
            begins--;
        }

        return name - begins <= LongestSignOff ? begins : name;
    }
}
