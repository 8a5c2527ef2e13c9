using System.Globalization;

namespace ConnectGate.Web.Pages;

/// <summary>
/// Reads and writes dates in text fields. An unreadable date becomes the earliest one, so that the validator refuses it
/// as out of range.
/// </summary>
internal static class DateField
{
    /// <summary>
    /// Null for an empty field. A browser's date field sends the ISO form; without one, people type the form of their
    /// language.
    /// </summary>
    public static DateOnly? Parse(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
        : DateOnly.TryParse(typed, CultureInfo.CurrentCulture, out day) ? day
        : DateOnly.MinValue;

    /// <summary>The ISO form, for a browser's date field.</summary>
    public static string? Format(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);
}
