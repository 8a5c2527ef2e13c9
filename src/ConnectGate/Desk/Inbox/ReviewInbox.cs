using ConnectGate.Gate;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// The letters to the current member. Waiting letters follow the order that the member chose, and those that could
/// have been written to anyone come last. All other letters are newest first.
/// </summary>
public static class ReviewInbox
{
    /// <summary>The most visible characters of the note in a row.</summary>
    public const int FirstLinesLength = 160;

    /// <param name="Reason">Only letters with this reason; null for all.</param>
    /// <param name="Cursor">Null for the first page.</param>
    /// <param name="Filter">Only letters with this common trait; null for all.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(
        Reason? Reason = null,
        string? Cursor = null,
        InboxFolder Folder = InboxFolder.Waiting,
        InboxFilter? Filter = null
    ) : IQuery<View>;

    /// <param name="InGrace">Letters whose acceptance can still be undone, independent of the folder and the
    /// page.</param>
    /// <param name="Order">The order of the waiting letters.</param>
    public sealed record View(Page<Row> Letters, IReadOnlyList<GraceRow> InGrace, InboxOrder Order);

    /// <param name="SenderName">The sender's current name.</param>
    /// <param name="SenderHeadline">The sender's headline; may be empty.</param>
    /// <param name="ReasonDetail">The detail that the reason asks for.</param>
    /// <param name="FirstLines">The beginning of the note, at most <see cref="FirstLinesLength"/> visible characters.
    /// Blanks replace line breaks.</param>
    /// <param name="ExpiresAt">A decision is possible until this time.</param>
    /// <param name="State">Always waiting in the folder of waiting letters.</param>
    /// <param name="MutualConnections">The members whom both know, as far as the two may learn this of each
    /// other.</param>
    /// <param name="IntroducedBy">The name of the connector who passed it on; null for a letter sent directly.</param>
    /// <param name="Met">Whether both confirmed that they met. If not, a reason of having met is only the sender's
    /// claim.</param>
    /// <param name="CouldBeToAnyone">Whether the gate advised its sender that it could have been written to anyone. A
    /// waiting one comes below the others.</param>
    /// <param name="VouchedForBy">The names of the mutual connections who said that they know the sender.</param>
    public sealed record Row(
        string Id,
        string SenderHandle,
        string SenderName,
        string SenderHeadline,
        Reason Reason,
        string ReasonDetail,
        string FirstLines,
        DateTime SentAt,
        DateTime DeliveredAt,
        DateTime ExpiresAt,
        bool Opened,
        LetterState State,
        MutualConnections.View MutualConnections,
        string? IntroducedBy,
        bool Met,
        bool CouldBeToAnyone,
        IReadOnlyList<string> VouchedForBy
    );

    /// <param name="UndoUntil">At this time the two are connected and the sender is notified.</param>
    public sealed record GraceRow(string Id, string SenderHandle, string SenderName, DateTime UndoUntil);

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, Cursors<Query> cursors)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var order = await context
                .Members.Where(member => member.Id == me)
                .Select(member => member.InboxOrder)
                .SingleAsync(cancellationToken);
            var isWaiting = query.Folder == InboxFolder.Waiting;
            var vouchedFirst = isWaiting && order == InboxOrder.VouchedFirst;
            var chosen = In(query.Folder, now).With(query.Filter, context.Members.SharingAGroup(context, me, now));
            if (query.Reason is { } reason)
            {
                chosen = chosen.Where(letter => letter.Reason == reason);
            }

            if (cursors.Read(query.Cursor) is { } after)
            {
                chosen = chosen.After(after, belowLine: isWaiting, vouchedFirst);
            }

            var rows =
                from letter in chosen
                join sender in context.Members on letter.SenderId equals sender.Id
                select new
                {
                    letter,
                    sender.Handle,
                    sender.DisplayName,
                    sender.Headline,
                    IntroducedBy = context
                        .Members.Where(member => member.Id == letter.IntroducedById)
                        .Select(member => member.DisplayName)
                        .SingleOrDefault(),
                };
            var written = rows.OrderBy(row => row.letter.CouldBeToAnyone);
            var ordered =
                vouchedFirst
                    ? written
                        .ThenByDescending(row => row.letter.IsVouchedFor)
                        .ThenByDescending(row => row.letter.DeliverAt)
                : isWaiting ? written.ThenByDescending(row => row.letter.DeliverAt)
                : rows.OrderByDescending(row => row.letter.DeliverAt);
            var found = await ordered
                .ThenByDescending(row => row.letter.Id)
                .AsNoTracking()
                .Take(Page<Row>.Size + 1)
                .ToListAsync(cancellationToken);
            var mutual = await MutualConnections.OfAsync(
                context,
                me,
                [.. found.Select(row => row.letter.SenderId)],
                now,
                cancellationToken
            );
            var vouching = await VouchingAsync([.. found.Select(row => row.letter.Id)], cancellationToken);
            var page = cursors.Page(
                found,
                row =>
                    InboxPlaces.PlaceOf(row.letter, vouchedFirst) with
                    {
                        IsLast = isWaiting && row.letter.CouldBeToAnyone,
                    },
                row => new Row(
                    row.letter.PublicId,
                    row.Handle,
                    row.DisplayName,
                    row.Headline,
                    row.letter.Reason,
                    row.letter.ReasonDetail,
                    FirstLines.Of(row.letter.Note.Text, FirstLinesLength),
                    row.letter.SentAt,
                    row.letter.DeliverAt,
                    row.letter.ExpiresAt,
                    row.letter.OpenedAt is not null,
                    RecipientView.Of(row.letter, blockedByMe: false, now),
                    mutual.GetValueOrDefault(row.letter.SenderId, MutualConnections.View.None),
                    row.IntroducedBy,
                    row.letter.MetAt is not null,
                    row.letter.CouldBeToAnyone,
                    [.. vouching[row.letter.Id]]
                )
            );
            return new View(page, await InGraceAsync(now, cancellationToken), order);
        }

        private async Task<ILookup<long, string>> VouchingAsync(
            List<long> letterIds,
            CancellationToken cancellationToken
        ) =>
            (
                await (
                    from reference in context.References.Vouching()
                    where letterIds.Contains(reference.RequestId)
                    join member in context.Members on reference.AskedId equals member.Id
                    orderby member.DisplayName, member.Id
                    select new { reference.RequestId, member.DisplayName }
                ).ToListAsync(cancellationToken)
            ).ToLookup(row => row.RequestId, row => row.DisplayName);

        private IQueryable<ConnectionRequest> In(InboxFolder folder, DateTime now) =>
            folder == InboxFolder.Waiting
                ? letters.Readable(now).Waiting(now)
                : letters.Readable(now).Decided(now).Where(letter => letter.State != RequestState.Closed);

        // Not paged: a member can accept only a few letters within the ten minutes of grace.
        private async Task<IReadOnlyList<GraceRow>> InGraceAsync(DateTime now, CancellationToken cancellationToken) =>
            await (
                from letter in letters.Readable(now).InGrace(now)
                join sender in context.Members on letter.SenderId equals sender.Id
                orderby letter.GraceEndsAt, letter.Id
                select new GraceRow(letter.PublicId, sender.Handle, sender.DisplayName, letter.GraceEndsAt!.Value)
            ).ToListAsync(cancellationToken);
    }
}

public enum InboxFolder
{
    Waiting,

    /// <summary>Decided or expired letters, and letters that were withdrawn after they were opened.</summary>
    Decided,
}
