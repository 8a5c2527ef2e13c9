using ConnectGate.Gate;
using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>Limits the inbox to letters with a common trait, in addition to the reason.</summary>
public enum InboxFilter
{
    /// <summary>A connection of the sender passed the letter on.</summary>
    Introduced,

    /// <summary>Both members confirmed that they met, or the sender claims it.</summary>
    Met,

    SharedGroup,

    /// <summary>Letters that match no other filter.</summary>
    None,
}

internal static class LettersLeft
{
    /// <param name="sharing">The members who share a group with the recipient.</param>
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
}
