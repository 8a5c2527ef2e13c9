using System.Text.RegularExpressions;
using ConnectGate.Gate.Reading.Text;

namespace ConnectGate.Gate.Reading;

/// <summary>
/// Finds amounts of money and percentages. By itself an amount proves nothing: people write what a ticket cost. Beside
/// a phrase of a pitch it is the offer's price, in any language.
/// </summary>
internal static class Prices
{
    /// <summary>As much as a likely phrase.</summary>
    public const double Weight = 1;

    // The text is in NFKD, so full-width signs are ASCII ones.
    private static readonly Regex Price = new(
        @"([€$£¥₹]|\b(usd|eur|gbp|chf)) ?\d[\d.,]*"
            + @"|\d[\d.,]* ?(k|mil|mila|tausend)? ?([€$£¥₹%]|(euros?|eur|usd|dollars?|do\u0301?lares|dollari|reais|kroner"
            + @"|kr|gbp|pounds?|chf|bucks)\b)",
        RegexOptions.IgnoreCase
            | RegexOptions.CultureInvariant
            | RegexOptions.ExplicitCapture
            | RegexOptions.NonBacktracking
    );

    /// <summary>The first price outside the phrases; null for none.</summary>
    /// <param name="phrases">Those found in the note. A price within one counts with it.</param>
    public static Evidence? In(Passage note, IReadOnlyList<Evidence> phrases) =>
        Price
            .Matches(note.Text.Text)
            .Where(price =>
                !phrases.Any(phrase =>
                    phrase.Start < price.Index + price.Length && price.Index < phrase.Start + phrase.Length
                )
            )
            .Select(price => new Evidence(Section.Pitch, Weight, note, price.Index, price.Length))
            .FirstOrDefault();
}
