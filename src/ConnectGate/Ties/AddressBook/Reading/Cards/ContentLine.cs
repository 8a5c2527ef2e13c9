using System.Globalization;
using System.Text;

namespace ConnectGate.Ties.AddressBook.Reading.Cards;

/// <summary>
/// A line of a vCard, such as <c>item1.EMAIL;TYPE=work:ada@example.org</c>. It is kept as bytes, one in each character,
/// because each line can state its own encoding.
/// </summary>
/// <param name="Name">In capitals, without the group before it.</param>
/// <param name="Parameters">All between the name and the colon.</param>
/// <param name="Value">Still encoded and with escapes.</param>
internal sealed record ContentLine(string Name, IReadOnlyList<string> Parameters, string Value)
{
    private const string QuotedPrintable = "QUOTED-PRINTABLE",
        Base64 = "BASE64";

    // A byte order mark as bytes. One can stand before each card, where somebody joined files.
    private static readonly char[] Mark = ['\u00EF', '\u00BB', '\u00BF'];

    /// <summary>Null if the text is not a content line.</summary>
    public static ContentLine? Of(string line)
    {
        if (EndOfParameters(line) is not { } colon)
        {
            return null;
        }

        var head = line.AsSpan(0, colon);
        var end = head.IndexOf(';') is >= 0 and var semicolon ? semicolon : colon;
        var name = head[(head[..end].LastIndexOf('.') + 1)..end].TrimStart(Mark).Trim().ToString().ToUpperInvariant();
        var parameters = end == colon ? [] : Split(line[(end + 1)..colon], quotes: '"');
        return new ContentLine(name, parameters, line[(colon + 1)..]);
    }

    /// <summary>
    /// Whether the parameters declare the value as quoted-printable. Some programs write names so in cards of version
    /// 3.0.
    /// </summary>
    public static bool IsQuotedPrintable(string line) =>
        EndOfParameters(line) is { } colon
        && line.AsSpan(0, colon).Contains(QuotedPrintable, StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of a parameter, without quotation marks; null where there is none.</summary>
    public string? Parameter(string name) =>
        Parameters
            .Select(parameter => parameter.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair[1].Trim().Trim('"'))
            .FirstOrDefault();

    /// <summary>Whether a parameter has that value, with or without a name: <c>TYPE=linkedin</c>.</summary>
    public bool Says(string value) =>
        Parameters.Any(parameter =>
            parameter[(parameter.IndexOf('=') + 1)..]
                .Trim('"')
                .Split(',')
                .Any(each => each.Trim().Equals(value, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>The parts of a value that has several (N, ORG), without escapes.</summary>
    public IReadOnlyList<string> Parts(Charsets charsets)
    {
        // An encoded semicolon is part of a text. In other encodings, a byte of a letter can look like a semicolon.
        IEnumerable<string> parts = Says(QuotedPrintable)
            ? Split(Value, escape: '\\').Select(part => Decoded(part, charsets))
            : Split(Decoded(Value, charsets), escape: '\\');
        return [.. parts.Select(Unescaped)];
    }

    /// <summary>The value of a line without parts, without escapes.</summary>
    public string Text(Charsets charsets) => Unescaped(Decoded(Value, charsets));

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

    private static List<string> Split(string text, char? quotes = null, char? escape = null)
    {
        var parts = new List<string>();
        var (start, inside, escaped) = (0, false, false);
        for (var at = 0; at < text.Length; at++)
        {
            inside ^= text[at] == quotes;
            if (text[at] == ';' && !inside && !escaped)
            {
                parts.Add(text[start..at]);
                start = at + 1;
            }

            escaped = text[at] == escape && !escaped;
        }

        parts.Add(text[start..]);
        return parts;
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

    private string Decoded(string value, Charsets charsets)
    {
        var charset = Parameter("CHARSET");
        var bytes = Encoding.Latin1.GetBytes(value);
        if (Says(QuotedPrintable))
        {
            bytes = FromQuotedPrintable(value);
        }
        else if (Says(Base64) || Says("B"))
        {
            var decoded = new byte[bytes.Length];
            bytes = Convert.TryFromBase64String(value, decoded, out var length) ? decoded[..length] : bytes;
        }

        return charset is null && Ascii.IsValid(bytes)
            ? Encoding.ASCII.GetString(bytes)
            : charsets.Text(bytes, charset);
    }

    private static byte[] FromQuotedPrintable(string value)
    {
        var bytes = new List<byte>(value.Length);
        for (var rest = value.AsSpan(); !rest.IsEmpty; )
        {
            var isCoded =
                rest is ['=', _, _, ..]
                && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _);
            bytes.Add(isCoded ? Convert.FromHexString(rest[1..3])[0] : (byte)rest[0]);
            rest = rest[(isCoded ? 3 : 1)..];
        }

        return [.. bytes];
    }
}
