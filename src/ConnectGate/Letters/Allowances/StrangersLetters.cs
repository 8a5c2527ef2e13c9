using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Allowances;

/// <summary>
/// Which letters come from strangers: all but those of who was introduced or confirmed to have met the recipient
/// lately.
/// </summary>
internal static class StrangersLetters
{
    /// <summary>Whether the letter that is to be sent would come from a stranger.</summary>
    public static bool IsFromStranger(this Attempt attempt) => !attempt.Grounds.AreVouched;

    /// <summary>Of these, the ones that came from strangers.</summary>
    public static IQueryable<ConnectionRequest> FromStrangers(this IQueryable<ConnectionRequest> letters) =>
        letters.Where(letter => letter.IntroducedById == null && (letter.MetAt == null || letter.MetLongAgo));

    /// <summary>Of these, the others.</summary>
    public static IQueryable<ConnectionRequest> Vouched(this IQueryable<ConnectionRequest> letters) =>
        letters.Where(letter => letter.IntroducedById != null || (letter.MetAt != null && !letter.MetLongAgo));

    /// <summary>
    /// The week that a recipient's limit counts, the same for everybody: a week that ran with each letter would tell,
    /// by the time at which there is room again, when somebody else had written.
    /// </summary>
    public static (DateTime Begins, DateTime Ends) WeekOf(DateTime now)
    {
        var sinceMonday = ((int)now.DayOfWeek + 6) % 7;
        var begins = now.Date.AddDays(-sinceMonday);
        return (begins, begins.AddDays(7));
    }
}
