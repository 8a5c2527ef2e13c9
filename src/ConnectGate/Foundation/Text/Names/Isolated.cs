using System.Text;

namespace ConnectGate.Foundation.Text.Names;

/// <summary>
/// A person's words inside a sentence of ours. Words that read from right to left would otherwise take the sentence's
/// punctuation and numbers with them.
/// </summary>
public static class Isolated
{
    private const char Begin = '\u2068',
        End = '\u2069';

    /// <summary>
    /// The text between the signs that isolate it (UAX #9), which show nothing. Without a letter from right to left it
    /// stays as it is.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Any(IsRightToLeft) ? $"{Begin}{text}{End}" : text;
    }

    // The blocks of the scripts that run from right to left (Unicode 16, Blocks.txt).
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value
            is (>= 0x0590 and <= 0x08FF)
                or (>= 0xFB1D and <= 0xFDFF)
                or (>= 0xFE70 and <= 0xFEFE)
                or (>= 0x10800 and <= 0x10FFF)
                or (>= 0x1E800 and <= 0x1EFFF);
}
