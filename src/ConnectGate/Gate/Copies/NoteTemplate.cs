using System.Text.RegularExpressions;

namespace ConnectGate.Gate.Copies;

/// <summary>A text that this community refuses as a note, whoever sends it.</summary>
internal sealed partial class NoteTemplate
{
    public static readonly TextLimit Limit = new("template", 20, 2_000);

    private NoteTemplate() { }

    public long Id { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime AddedAt { get; private set; }

    /// <summary>The moderator who added it; null for a command on the server.</summary>
    public long? AddedById { get; private set; }

    /// <summary>Its print's pairs; see <see cref="NotePrint.ToBytes"/>.</summary>
    public byte[] Pairs { get; private set; } = [];

    public IReadOnlyList<NoteTemplateKey> Keys { get; private set; } = [];

    /// <param name="text">As it was given.</param>
    /// <param name="keys">What to find it by; see <see cref="KnownTemplates.KeysAsync"/>.</param>
    /// <param name="addedById">The moderator who added it.</param>
    /// <param name="now">When.</param>
    public static NoteTemplate Of(string text, IEnumerable<long> keys, long? addedById, DateTime now) =>
        new()
        {
            Text = VisibleText.Clean(text),
            AddedAt = now,
            AddedById = addedById,
            Pairs = PrintOf(text).ToBytes(),
            Keys = [.. keys.Select(key => new NoteTemplateKey { Key = key })],
        };

    /// <summary>
    /// What a note made from it is recognised by: its blanks ("{first name}", "[company]") stand for words that are
    /// masked in a note.
    /// </summary>
    public static NotePrint PrintOf(string text) => NotePrint.Of(Blank().Replace(text, " "));

    [GeneratedRegex(
        @"\{+[^{}\n]{1,60}\}+|\[+[^\[\]\n]{1,60}\]+|<+[^<>\n]{1,60}>+|%[A-Za-z_]{1,60}%",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Blank();
}

/// <summary>What a template is found by.</summary>
internal sealed class NoteTemplateKey
{
    public required long Key { get; init; }
    public long TemplateId { get; private set; }
}
