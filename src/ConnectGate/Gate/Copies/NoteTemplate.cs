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

    /// <summary>The moderator who added it; null for a template from a command on the server.</summary>
    public long? AddedById { get; private set; }

    /// <summary>The pairs of its print; see <see cref="NotePrint.ToBytes"/>.</summary>
    public byte[] Pairs { get; private set; } = [];

    public IReadOnlyList<NoteTemplateKey> Keys { get; private set; } = [];

    /// <param name="keys">The keys from <see cref="KnownTemplates.KeysAsync"/>.</param>
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
    /// The print of a template without its blanks ("{first name}", "[company]"). The words that fill them in a note are
    /// left out of its print too.
    /// </summary>
    public static NotePrint PrintOf(string text) => NotePrint.Of(Blank().Replace(text, " "));

    [GeneratedRegex(
        @"\{+[^{}\n]{1,60}\}+|\[+[^\[\]\n]{1,60}\]+|<+[^<>\n]{1,60}>+|%[A-Za-z_]{1,60}%",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Blank();
}

internal sealed class NoteTemplateKey
{
    public required long Key { get; init; }
    public long TemplateId { get; private set; }
}
