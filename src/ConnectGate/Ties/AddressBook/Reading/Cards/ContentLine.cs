using System.Globalization;
using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading;

/// <summary>
/// A line of a vCard, such as <c>item1.EMAIL;TYPE=work:ada@example.org</c>. Only the name and the value matter.
/// </summary>
/// <param name="Name">In capitals, without the group before it.</param>
/// <param name="Value">Still contains escapes.</param>
internal sealed record ContentLine(string Name, string Value)
{
    private const string QuotedPrintable = "QUOTED-PRINTABLE";

    /// <summary>Null if the text is not a content line.</summary>
    public static ContentLine? Of(string line)
    {
        if (EndOfParameters(line) is not { } colon)
        {
            return null;
        }

        var head = line[..colon];
        var name = head.Split(';', 2)[0];
        name = name[(name.LastIndexOf('.') + 1)..].Trim().ToUpperInvariant();
        var value = line[(colon + 1)..];
        return new ContentLine(name, IsQuotedPrintable(line) ? Decoded(value) : value);
    }

    /// <summary>
    /// Whether the parameters declare the value as quoted-printable. Some programs write names so in cards of version
    /// 3.0.
    /// </summary>
    public static bool IsQuotedPrintable(string line) =>
        EndOfParameters(line) is { } colon
        && line.AsSpan(0, colon).Contains(QuotedPrintable, StringComparison.OrdinalIgnoreCase);

    /// <summary>The parts of a value that has several (N, ORG), without escapes.</summary>
    public IReadOnlyList<string> Parts()
    {
        var parts = new List<string>();
        var (start, escaped) = (0, false);
        for (var at = 0; at < Value.Length; at++)
        {
            if (Value[at] == ';' && !escaped)
            {
                parts.Add(Unescaped(Value[start..at]));
                start = at + 1;
            }

            escaped = Value[at] == '\\' && !escaped;
        }

        parts.Add(Unescaped(Value[start..]));
        return parts;
    }

    /// <summary>The value of a line without parts, without escapes.</summary>
    public string Text() => Unescaped(Value);

    // A colon or semicolon in a quoted parameter is part of it.
    private static int? EndOfParameters(string line)
    {
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (line[at] == ':' && !quoted)
            {
                return at;
            }
        }

        return null;
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        var unescaped = new StringBuilder(text.Length);
        var escaped = false;
        foreach (var c in text)
        {
            if (escaped || c != '\\')
            {
                unescaped.Append(escaped && (c is 'n' or 'N') ? ' ' : c);
            }

            escaped = c == '\\' && !escaped;
        }

        return unescaped.ToString().Trim();
    }

    private static string Decoded(string value)
    {
        var bytes = new List<byte>(value.Length);
        Span<byte> utf8 = stackalloc byte[4];
        for (var at = 0; at < value.Length; )
        {
            if (
                value[at] == '='
                && at + 2 < value.Length
                && byte.TryParse(
                    value.AsSpan(at + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var coded
                )
            )
            {
                bytes.Add(coded);
                at += 3;
                continue;
            }

            Rune.DecodeFromUtf16(value.AsSpan(at), out var rune, out var length);
            bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            at += length;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
