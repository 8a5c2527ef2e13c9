using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// Which characters the bytes of a file mean: by the byte order mark, else UTF-8 if they are valid, else Windows-1252,
/// as older programs in western Europe write. A part of a card can state another encoding.
/// </summary>
internal sealed class Charsets
{
    private const int HeadLength = 4,
        BufferLength = 32 * 1024,
        LongestName = 40,
        MostNames = 50,
        Latin1 = 28591;

    // A text of so many bytes may be cut, and the cut may be within a character.
    private const int MaybeCut = 1_000;

    private static readonly EncoderFallback Lossless = EncoderFallback.ExceptionFallback;

    private static readonly DecoderFallback Losing = new DecoderReplacementFallback("\uFFFD");

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Dictionary<string, Encoding?> _named = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text as UTF-8.</summary>
    /// <param name="open">Opens the text at its beginning. It is called up to three times.</param>
    public static Stream Utf8(Func<Stream> open) =>
        Wide(open) is { } wide ? Utf8From(wide, open())
        : IsUtf8(open) ? open()
        : Utf8From(Western, open());

    /// <summary>The text as it is, or as UTF-8 where each of its characters has two or four bytes.</summary>
    /// <inheritdoc cref="Utf8"/>
    public static Stream Bytes(Func<Stream> open) => Wide(open) is { } wide ? Utf8From(wide, open()) : open();

    /// <summary>A part of a text.</summary>
    /// <param name="bytes">The bytes of the part.</param>
    /// <param name="name">The name of the stated encoding; null where none is stated.</param>
    public string Text(ReadOnlySpan<byte> bytes, string? name)
    {
        // Where the statement is wrong or unknown, a guess is better than lost characters.
        if (
            name is not null
            && Named(name)?.GetString(bytes) is { } stated
            && !stated.Contains('\uFFFD', StringComparison.Ordinal)
        )
        {
            return stated;
        }

        for (var cut = 0; cut == 0 || (cut < HeadLength && bytes.Length > MaybeCut); cut++)
        {
            if (Valid(bytes[..^cut]))
            {
                return Encoding.UTF8.GetString(bytes[..^cut]);
            }
        }

        return Western.GetString(bytes);
    }

    // UTF-7 is not known: the framework refuses it. The number of names is limited, because an unknown one takes long.
    private Encoding? Named(string name)
    {
        if (_named.TryGetValue(name, out var known) || name.Length > LongestName || _named.Count >= MostNames)
        {
            return known;
        }

        try
        {
            known = CodePagesEncodingProvider.Instance.GetEncoding(name, Lossless, Losing)
                ?? Encoding.GetEncoding(name, Lossless, Losing);
            known = known.CodePage == Latin1 ? Western : known; // the same letters and more, and meant so
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            known = null;
        }

        return _named[name] = known;
    }

    private static Stream Utf8From(Encoding encoding, Stream text) =>
        Encoding.CreateTranscodingStream(text, encoding, Encoding.UTF8);

    // Without a mark, every other byte of a Latin letter or a line end is zero.
    private static Encoding? Wide(Func<Stream> open)
    {
        using var text = open();
        var head = new byte[HeadLength];
        var length = text.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, length) switch
        {
            [0xFF, 0xFE, 0, 0] => Encoding.UTF32,
            [0, 0, 0xFE, 0xFF] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, 0, not 0] => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static bool IsUtf8(Func<Stream> open)
    {
        using var text = open();
        var buffer = new byte[BufferLength];
        var (kept, valid) = (0, true);
        while (valid && text.Read(buffer, kept, buffer.Length - kept) is > 0 and var read)
        {
            // A character that the buffer cuts is checked with the next bytes.
            var filled = kept + read;
            var whole = Enumerable
                .Range(0, Math.Min(HeadLength, filled + 1))
                .Select(cut => filled - cut)
                .FirstOrDefault(length => Valid(buffer.AsSpan(0, length)), -1);
            valid = whole >= 0;
            kept = filled - Math.Max(whole, 0);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        return valid && kept == 0;
    }

    private static bool Valid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
