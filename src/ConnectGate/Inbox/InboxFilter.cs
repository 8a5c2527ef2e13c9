using ConnectGate.Gate;
using ConnectGate.Requests;

namespace ConnectGate.Inbox;

/// <summary>What the letters in a part of the inbox have in common, beside their reason.</summary>
public enum InboxFilter
{
    /// <summary>Passed on by a connection of the sender's.</summary>
    Introduced,

    /// <summary>The two met, as both confirmed, or as the sender says.</summary>
    Met,

    /// <summary>None of these.</summary>
    None,
}

/// <summary>Which letters a filter leaves; each kind is said in one place.</summary>
internal static class FilteredLetters
{
    public static IQueryable<ConnectionRequest> With(this IQueryable<ConnectionRequest> letters, InboxFilter? filter) => filter switch
    {
        InboxFilter.Introduced => letters.Where(letter => letter.IntroducedById != null),
        InboxFilter.Met => letters.Where(letter => letter.Met || letter.Reason == Reason.MetInPerson),
        InboxFilter.None => letters.Where(letter => letter.IntroducedById == null && !letter.Met && letter.Reason != Reason.MetInPerson),
        _ => letters,
    };
}
