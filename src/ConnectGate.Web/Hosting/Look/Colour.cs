using System.Globalization;

namespace ConnectGate.Web.Hosting.Look;

/// <summary>An sRGB colour of 8 bits a channel.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#rrggbb</c>.</summary>
    public static bool TryParse(string text, out Colour colour)
    {
        colour = default;
        if (
            text is not ['#', ..]
            || text.Length != 7
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
        )
        {
            return false;
        }

        colour = Of(rgb);
        return true;
    }

    /// <param name="rgb">0xRRGGBB.</param>
    public static Colour Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>The contrast ratio, 1 to 21, as WCAG 2.2 defines it.</summary>
    public double ContrastWith(Colour other)
    {
        var (mine, theirs) = (Luminance, other.Luminance);
        return (Math.Max(mine, theirs) + 0.05) / (Math.Min(mine, theirs) + 0.05);
    }

    /// <param name="share">Of the other colour, 0 to 1.</param>
    public Colour Mix(Colour other, double share)
    {
        return new(Between(Red, other.Red), Between(Green, other.Green), Between(Blue, other.Blue));

        byte Between(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
    }

    /// <summary><c>#rrggbb</c>.</summary>
    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    // Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
