using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>What the letters in a part of the inbox have in common, beside their reason.</summary>
public enum InboxFilter
{
    /// <summary>Passed on by a connection of the sender's.</summary>
    Introduced,

    /// <summary>The two met, as both confirmed, or as the sender says.</summary>
    Met,

    /// <summary>Sender and recipient share a recognised group or gathering.</summary>
    SharedGroup,

    /// <summary>None of these.</summary>
    None,
}

/// <summary>Which letters a filter and the page before leave; each kind is said in one place.</summary>
internal static class LettersLeft
{
    /// <summary>Those that the filter leaves.</summary>
    /// <param name="letters">Of these.</param>
    /// <param name="filter">Null for all.</param>
    /// <param name="sharing">Who shares a group with the recipient.</param>
    public static IQueryable<ConnectionRequest> With(
        this IQueryable<ConnectionRequest> letters,
        InboxFilter? filter,
        IQueryable<Member> sharing
    ) =>
        filter switch
        {
            InboxFilter.Introduced => letters.Where(letter => letter.IntroducedById != null),
            InboxFilter.Met => letters.Where(letter => letter.MetAt != null || letter.Reason == Reason.MetInPerson),
            InboxFilter.SharedGroup => letters.Where(letter => sharing.Any(member => member.Id == letter.SenderId)),
            InboxFilter.None => letters.Where(letter =>
                letter.IntroducedById == null
                && letter.MetAt == null
                && letter.Reason != Reason.MetInPerson
                && !sharing.Any(member => member.Id == letter.SenderId)
            ),
            _ => letters,
        };

    /// <summary>Those that come after the last one of the page before.</summary>
    public static IQueryable<ConnectionRequest> After(
        this IQueryable<ConnectionRequest> letters,
        Cursor last,
        bool vouchedFirst
    )
    {
        var older = letters.Where(letter =>
            letter.DeliverAt < last.At || (letter.DeliverAt == last.At && letter.Id < last.Id)
        );
        return !vouchedFirst ? older
            : !last.IsFirst ? older.Where(letter => !letter.IsVouchedFor)
            : letters.Where(letter =>
                !letter.IsVouchedFor
                || letter.DeliverAt < last.At
                || (letter.DeliverAt == last.At && letter.Id < last.Id)
            );
    }
}
