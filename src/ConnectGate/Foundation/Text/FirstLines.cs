using System.Globalization;

namespace ConnectGate.Foundation.Text;

/// <summary>The beginning of a text, for a row in a list.</summary>
public static class FirstLines
{
    /// <summary>
    /// At most so many visible characters on one line; an ellipsis, one of them, says that there is more.
    /// </summary>
    /// <param name="text">A text as it is stored.</param>
    /// <param name="most">How many.</param>
    public static string Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringInfo(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.LengthInTextElements <= most
            ? line.String
            : line.SubstringByTextElements(0, most - 1).TrimEnd() + "…";
    }
}
