using ConnectGate.Letters.Requests;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// The order of the waiting letters: those that could have been written to anyone come last, and vouched ones first if
/// the member chose so; among equals the newest comes first.
/// </summary>
internal static class InboxPlaces
{
    /// <param name="vouchedFirst">Whether vouched letters come before the others on the same side of the line.</param>
    public static Cursor PlaceOf(ConnectionRequest letter, bool vouchedFirst) =>
        new(letter.Id)
        {
            At = letter.DeliverAt,
            IsFirst = vouchedFirst && letter.IsVouchedFor,
            IsLast = letter.CouldBeToAnyone,
        };

    public static IQueryable<ConnectionRequest> InOrder(this IQueryable<ConnectionRequest> letters, bool vouchedFirst)
    {
        var written = letters.OrderBy(letter => letter.CouldBeToAnyone);
        return (vouchedFirst ? written.ThenByDescending(letter => letter.IsVouchedFor) : written)
            .ThenByDescending(letter => letter.DeliverAt)
            .ThenByDescending(letter => letter.Id);
    }

    public static IQueryable<ConnectionRequest> InReverse(this IQueryable<ConnectionRequest> letters, bool vouchedFirst)
    {
        var written = letters.OrderByDescending(letter => letter.CouldBeToAnyone);
        return (vouchedFirst ? written.ThenBy(letter => letter.IsVouchedFor) : written)
            .ThenBy(letter => letter.DeliverAt)
            .ThenBy(letter => letter.Id);
    }

    /// <summary>The letters that follow the last one of the previous page.</summary>
    /// <param name="belowLine">Whether the letters that could have been written to anyone come last.</param>
    /// <param name="vouchedFirst">Whether vouched letters come before the others on the same side of the line.</param>
    public static IQueryable<ConnectionRequest> After(
        this IQueryable<ConnectionRequest> letters,
        Cursor last,
        bool belowLine,
        bool vouchedFirst
    ) =>
        letters.Where(letter =>
            (belowLine && letter.CouldBeToAnyone) != last.IsLast ? !last.IsLast
            : (vouchedFirst && letter.IsVouchedFor) != last.IsFirst ? last.IsFirst
            : letter.DeliverAt < last.At || (letter.DeliverAt == last.At && letter.Id < last.Id)
        );

    /// <summary>The waiting letters in front of one.</summary>
    public static IQueryable<ConnectionRequest> Before(
        this IQueryable<ConnectionRequest> letters,
        Cursor first,
        bool vouchedFirst
    ) =>
        letters.Where(letter =>
            letter.CouldBeToAnyone != first.IsLast ? first.IsLast
            : (vouchedFirst && letter.IsVouchedFor) != first.IsFirst ? !first.IsFirst
            : letter.DeliverAt > first.At || (letter.DeliverAt == first.At && letter.Id > first.Id)
        );
}
