using ConnectGate.Gate;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.Ties.Connections.Mutual;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Desk.Inbox;

/// <summary>
/// The letters to the current member. Those that wait come in the order that the member chose, all others newest first.
/// </summary>
public static class ReviewInbox
{
    /// <summary>How many visible characters of the note a row shows at most.</summary>
    public const int FirstLinesLength = 160;

    /// <summary>A page of a folder.</summary>
    /// <param name="Reason">Only letters with this reason; null for all.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    /// <param name="Folder">Which letters.</param>
    /// <param name="Filter">Only letters of whom the two have this in common; null for all.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(
        Reason? Reason = null,
        string? Cursor = null,
        InboxFolder Folder = InboxFolder.Waiting,
        InboxFilter? Filter = null
    ) : IQuery<View>;

    /// <summary>The page, and atop of it what was just accepted.</summary>
    /// <param name="Letters">The folder's letters.</param>
    /// <param name="InGrace">Letters whose acceptance can still be undone, whatever the folder and the page.</param>
    /// <param name="Order">What comes first among those that wait.</param>
    public sealed record View(Page<Row> Letters, IReadOnlyList<GraceRow> InGrace, InboxOrder Order);

    /// <summary>One letter.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="SenderHandle">The sender's handle.</param>
    /// <param name="SenderName">The sender's name as it is now.</param>
    /// <param name="SenderHeadline">The sender's headline; may be empty.</param>
    /// <param name="Reason">Why they ask.</param>
    /// <param name="ReasonDetail">What completes it.</param>
    /// <param name="FirstLines">The beginning of the note, at most <see cref="FirstLinesLength"/> visible characters,
    /// line breaks made blanks.</param>
    /// <param name="SentAt">When it was sent.</param>
    /// <param name="DeliveredAt">When it was delivered; newest first.</param>
    /// <param name="ExpiresAt">Until when it can be decided.</param>
    /// <param name="Opened">Whether the recipient has opened it.</param>
    /// <param name="State">How it stands; always waiting in that folder.</param>
    /// <param name="MutualConnections">Whom the two both know and may know it of each other.</param>
    /// <param name="IntroducedBy">The name of who passed it on; null where it came straight from its sender.</param>
    /// <param name="Met">Whether both confirmed that they met. Where not, and the reason is having met, its sender says
    /// so.</param>
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
        IReadOnlyList<string> VouchedForBy
    );

    /// <summary>A letter whose acceptance can still be undone.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="SenderHandle">The sender's handle.</param>
    /// <param name="SenderName">The sender's name.</param>
    /// <param name="UndoUntil">Until when; then the two are connected, and the sender is told.</param>
    public sealed record GraceRow(string Id, string SenderHandle, string SenderName, DateTime UndoUntil);

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters)
        : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var order = await context
                .Members.Where(member => member.Id == me)
                .Select(member => member.InboxOrder)
                .SingleAsync(cancellationToken);
            var vouchedFirst = order == InboxOrder.VouchedFirst && query.Folder == InboxFolder.Waiting;
            var chosen = In(query.Folder, now).With(query.Filter, context.Members.SharingAGroup(context, me, now));
            if (query.Reason is { } reason)
            {
                chosen = chosen.Where(letter => letter.Reason == reason);
            }

            if (Cursor.Parse(query.Cursor) is { } after)
            {
                chosen = chosen.After(after, vouchedFirst);
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
            var ordered = vouchedFirst
                ? rows.OrderByDescending(row => row.letter.IsVouchedFor).ThenByDescending(row => row.letter.DeliverAt)
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
            var page = Cursor.Page(
                found,
                row => new Cursor(row.letter.DeliverAt, row.letter.Id) { IsFirst = row.letter.IsVouchedFor },
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
                ? letters.Readable(now).Where(letter => letter.State == RequestState.Waiting && letter.ExpiresAt > now)
                : letters
                    .Readable(now)
                    .Where(letter =>
                        letter.State != RequestState.Closed
                        && (letter.State != RequestState.Waiting || letter.ExpiresAt <= now)
                        && (letter.State != RequestState.Accepted || letter.GraceEndsAt <= now)
                    );

        // No more than a member can accept within ten minutes.
        private async Task<IReadOnlyList<GraceRow>> InGraceAsync(DateTime now, CancellationToken cancellationToken) =>
            await (
                from letter in letters.Readable(now)
                where letter.State == RequestState.Accepted && letter.GraceEndsAt > now
                join sender in context.Members on letter.SenderId equals sender.Id
                orderby letter.GraceEndsAt, letter.Id
                select new GraceRow(letter.PublicId, sender.Handle, sender.DisplayName, letter.GraceEndsAt!.Value)
            ).ToListAsync(cancellationToken);
    }
}

/// <summary>A part of the inbox.</summary>
public enum InboxFolder
{
    /// <summary>Letters that wait for a decision.</summary>
    Waiting,

    /// <summary>Letters that no longer wait: decided, expired, or withdrawn after they were opened.</summary>
    Decided,
}
