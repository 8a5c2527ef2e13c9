namespace ConnectGate.Foundation.Text.Characters;

public static class FirstLines
{
    /// <summary>
    /// The beginning of a text on one line, for a row in a list. An ellipsis shows that there is more.
    /// </summary>
    /// <param name="most">The most visible characters, with the ellipsis.</param>
    public static string Of(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (
            text.Length <= most
            && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            && !text.Contains("  ", StringComparison.Ordinal)
        )
        {
            return text.Trim();
        }

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= most || Clusters.First(line, most).Length == line.Length
            ? line
            : $"{Clusters.First(line, most - 1).TrimEnd()}…";
    }
}
