using System.Globalization;

namespace ConnectGate.Web.Pages;

/// <summary>
/// What a field holds that is no text but typed as one. What can't be read is outside every limit, and comes back with
/// the words of that.
/// </summary>
internal static class DateField
{
    /// <summary>
    /// A day; null where nothing was typed. A browser's date field sends the first form; who has none types the second.
    /// </summary>
    public static DateOnly? Parse(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : DateOnly.TryParse(typed, CultureInfo.CurrentCulture, out day) ? day
        : DateOnly.MinValue;

    /// <summary>A day as a browser's date field takes it.</summary>
    public static string? Format(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
