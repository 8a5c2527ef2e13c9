using ConnectGate.Foundation.Data.Queries;
using ConnectGate.Foundation.Text.Characters;
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
    )
    {
        /// <summary>The version of their photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    /// <param name="UndoUntil">At this time the two are connected and the sender is notified.</param>
    public sealed record GraceRow(string Id, string SenderHandle, string SenderName, DateTime UndoUntil);

    internal sealed class Handler(ConnectGateContext context, Actor actor, LettersToMe letters, Cursors<Query> cursors)
        : IRequestHandler<Query, View>
    {
        private static readonly CompiledQuery<
            Func<ConnectGateContext, long, DateTime, DateTime, IAsyncEnumerable<Reader>>
        > Mine = Compiled.Query<long, DateTime, DateTime, Reader>(
            (context, me, now, leftSince) =>
            {
                var inGrace = context.Requests.ReadableBy(me, now, leftSince).InGrace(now);
                return from member in context.Members
                    where member.Id == me
                    select new Reader { Order = member.InboxOrder, HasGrace = inGrace.Any() };
            }
        );

        private static readonly CompiledQuery<
            Func<ConnectGateContext, long, DateTime, DateTime, IAsyncEnumerable<Listed>>
        > ByAge = FirstPage(vouchedFirst: false),
            VouchedFirst = FirstPage(vouchedFirst: true);

        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, now) = (actor.Id, actor.Now);
            var mine = await Mine.For(context)(context, me, now, letters.LeftSince(now)).SingleAsync(cancellationToken);
            var order = mine.Order;
            var isWaiting = query.Folder == InboxFolder.Waiting;
            var vouchedFirst = isWaiting && order == InboxOrder.VouchedFirst;

            // Most members look at the first page of everything that waits.
            var found =
                query is { Reason: null, Filter: null, Cursor: null } && isWaiting
                    ? await (vouchedFirst ? VouchedFirst : ByAge)
                        .For(context)(context, me, now, letters.LeftSince(now))
                        .ToListAsync(cancellationToken)
                    : await RowsOf(context, Chosen(query, now, vouchedFirst), isWaiting, vouchedFirst)
                        .ToListAsync(cancellationToken);
            var mutual = await MutualConnections.OfAsync(
                context,
                me,
                [.. found.Select(row => row.Letter.SenderId)],
                now,
                cancellationToken
            );
            var vouching = await VouchingAsync(
                [.. found.Where(row => row.Letter.IsVouchedFor).Select(row => row.Letter.Id)],
                cancellationToken
            );
            var page = cursors.Page(
                found,
                row =>
                    InboxPlaces.PlaceOf(row.Letter, vouchedFirst) with
                    {
                        IsLast = isWaiting && row.Letter.CouldBeToAnyone,
                    },
                row => new Row(
                    row.Letter.PublicId,
                    row.Handle,
                    row.DisplayName,
                    row.Headline,
                    row.Letter.Reason,
                    row.Letter.ReasonDetail,
                    FirstLines.Of(row.Letter.Note.Text, FirstLinesLength),
                    row.Letter.SentAt,
                    row.Letter.DeliverAt,
                    row.Letter.ExpiresAt,
                    row.Letter.OpenedAt is not null,
                    RecipientView.Of(row.Letter, blockedByMe: false, now),
                    mutual.GetValueOrDefault(row.Letter.SenderId, MutualConnections.View.None),
                    row.IntroducedBy,
                    row.Letter.MetAt is not null,
                    row.Letter.CouldBeToAnyone,
                    [.. vouching[row.Letter.Id]]
                )
                {
                    Photo = row.PhotoVersion,
                }
            );
            return new View(page, mine.HasGrace ? await InGraceAsync(now, cancellationToken) : [], order);
        }

        private IQueryable<ConnectionRequest> Chosen(Query query, DateTime now, bool vouchedFirst)
        {
            var chosen = In(query.Folder, now)
                .With(query.Filter, context.Members.SharingAGroup(context, actor.Id, now));
            if (query.Reason is { } reason)
            {
                chosen = chosen.Where(letter => letter.Reason == reason);
            }

            return cursors.Read(query.Cursor) is { } after
                ? chosen.After(after, belowLine: query.Folder == InboxFolder.Waiting, vouchedFirst)
                : chosen;
        }

        private static IQueryable<Listed> RowsOf(
            ConnectGateContext context,
            IQueryable<ConnectionRequest> chosen,
            bool isWaiting,
            bool vouchedFirst
        )
        {
            var rows =
                from letter in chosen
                join sender in context.Members on letter.SenderId equals sender.Id
                select new Listed
                {
                    Letter = letter,
                    Handle = sender.Handle,
                    DisplayName = sender.DisplayName,
                    Headline = sender.Headline,
                    PhotoVersion = sender.PhotoVersion,
                    IntroducedBy = context
                        .Members.Where(member => member.Id == letter.IntroducedById)
                        .Select(member => member.DisplayName)
                        .SingleOrDefault(),
                };
            var written = rows.OrderBy(row => row.Letter.CouldBeToAnyone);
            var ordered =
                vouchedFirst
                    ? written
                        .ThenByDescending(row => row.Letter.IsVouchedFor)
                        .ThenByDescending(row => row.Letter.DeliverAt)
                : isWaiting ? written.ThenByDescending(row => row.Letter.DeliverAt)
                : rows.OrderByDescending(row => row.Letter.DeliverAt);
            return ordered.ThenByDescending(row => row.Letter.Id).AsNoTracking().Take(Page<Row>.Size + 1);
        }

        private static CompiledQuery<
            Func<ConnectGateContext, long, DateTime, DateTime, IAsyncEnumerable<Listed>>
        > FirstPage(bool vouchedFirst) =>
            Compiled.Query<long, DateTime, DateTime, Listed>(
                (context, me, now, leftSince) =>
                    RowsOf(
                        context,
                        context.Requests.ReadableBy(me, now, leftSince).Waiting(now),
                        isWaiting: true,
                        vouchedFirst
                    )
            );

        private async Task<ILookup<long, string>> VouchingAsync(
            List<long> letterIds,
            CancellationToken cancellationToken
        )
        {
            if (letterIds.Count == 0)
            {
                return Array.Empty<string>().ToLookup(_ => 0L);
            }

            var vouching = await (
                from reference in context.References.Vouching()
                where letterIds.Contains(reference.RequestId)
                join member in context.Members on reference.AskedId equals member.Id
                orderby member.DisplayName, member.Id
                select new { reference.RequestId, member.DisplayName }
            ).ToListAsync(cancellationToken);
            return vouching.ToLookup(row => row.RequestId, row => row.DisplayName);
        }

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

        private sealed class Reader
        {
            public required InboxOrder Order { get; init; }

            /// <summary>Whether an acceptance can still be undone.</summary>
            public required bool HasGrace { get; init; }
        }

        private sealed class Listed
        {
            public required ConnectionRequest Letter { get; init; }
            public required string Handle { get; init; }
            public required string DisplayName { get; init; }
            public required string Headline { get; init; }
            public required string? PhotoVersion { get; init; }
            public required string? IntroducedBy { get; init; }
        }
    }
}

public enum InboxFolder
{
    Waiting,

    /// <summary>Decided or expired letters, and letters that were withdrawn after they were opened.</summary>
    Decided,
}
