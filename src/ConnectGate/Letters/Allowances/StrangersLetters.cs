using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// Defines a stranger's letter: its sender was not introduced and has not met the recipient recently.
/// </summary>
internal static class StrangersLetters
{
    /// <summary>Whether the attempt is a stranger's letter.</summary>
    public static bool IsFromStranger(this Attempt attempt) => !attempt.Grounds.AreVouched;

    /// <summary>Selects strangers' letters.</summary>
    public static IQueryable<ConnectionRequest> FromStrangers(this IQueryable<ConnectionRequest> letters) =>
        letters.Where(letter => letter.IntroducedById == null && (letter.MetAt == null || letter.MetLongAgo));

    /// <summary>Selects the letters that are not strangers' letters.</summary>
    public static IQueryable<ConnectionRequest> Vouched(this IQueryable<ConnectionRequest> letters) =>
        letters.Where(letter => letter.IntroducedById != null || (letter.MetAt != null && !letter.MetLongAgo));

    /// <summary>
    /// The calendar week in UTC, from Monday, for which a recipient's limit counts. It is the same for everybody: a
    /// rolling week would reveal when another member had written.
    /// </summary>
    public static (DateTime Begins, DateTime Ends) WeekOf(DateTime now)
    {
        var sinceMonday = ((int)now.DayOfWeek + 6) % 7;
        var begins = now.Date.AddDays(-sinceMonday);
        return (begins, begins.AddDays(7));
    }
}
