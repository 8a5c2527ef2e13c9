using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace ConnectGate.Foundation.Paging;

/// <summary>The end of a page in a list ordered by name and key, in base64url.</summary>
internal sealed record NameCursor(string Name, long Id)
{
    private const int Longest = 4_000;

    /// <summary>Reads a cursor that a client sends back. Null, the list's beginning, for anything else.</summary>
    public static NameCursor? Parse(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('\n', 2);
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && VisibleText.Clean(parts[1]) == parts[1]
            ? new NameCursor(parts[1], id)
            : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Id}\n{Name}")));
}
