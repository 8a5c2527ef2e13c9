using System.Globalization;

namespace ConnectGate.Foundation.Text;

public static class FirstLines
{
    /// <summary>
    /// The beginning of a text on one line, for a row in a list. An ellipsis shows that there is more.
    /// </summary>
    /// <param name="most">The most visible characters, with the ellipsis.</param>
    public static string Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringInfo(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.LengthInTextElements <= most
            ? line.String
            : line.SubstringByTextElements(0, most - 1).TrimEnd() + "…";
    }
}
