using System.Text.RegularExpressions;

namespace ConnectGate.Gate.Reading.Text;

/// <summary>Finds amounts of money and percentages, in any language.</summary>
internal static class PriceFinder
{
    // The text is in NFKD, so full-width signs are ASCII ones. Pounds are mostly a weight.
    private static readonly Regex Price = new(
        @"([€$£¥₹]|\b(usd|eur|gbp|chf)) ?\d[\d.,]*"
            + @"|\d[\d.,]* ?(k|mil|mila|tausend)? ?([€$£¥₹%]|(euros?|eur|usd|dollars?|do\u0301?lares|dollari|reais"
            + @"|kroner|kr|gbp|chf|bucks)\b)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    );

    /// <summary>Where the prices of a text are, in order.</summary>
    /// <param name="text">As in <see cref="FoldedText.Text"/>.</param>
    public static IEnumerable<(int Start, int Length)> In(string text) =>
        Price.Matches(Glyphs.Latin(text)).Select(match => (match.Index, match.Length));
}
