using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>An introduction that was offered to the current member.</summary>
public static class ViewOffer
{
    /// <summary>Null if the introduction was not offered to the current member, or is no longer possible.</summary>
    /// <param name="Id">The offer's public id.</param>
    [SentBy(Senders.Members)]
    public sealed record Query(string Id) : IQuery<View?>;

    /// <summary>The introductions offered to the current member that are still possible, newest first.</summary>
    /// <param name="Cursor">Null for the first page.</param>
    [SentBy(Senders.Members)]
    public sealed record ToMe(string? Cursor = null) : IQuery<Page<View>>;

    /// <summary>An offered introduction as the current member reads it.</summary>
    /// <param name="Id">The offer's public id.</param>
    /// <param name="IntroducerHandle">The introducer's handle.</param>
    /// <param name="IntroducerName">The introducer's display name.</param>
    /// <param name="OtherHandle">The other member's handle.</param>
    /// <param name="OtherName">The other member's display name.</param>
    /// <param name="OtherHeadline">The other member's headline; may be empty.</param>
    /// <param name="Words">The introducer's words to the current member.</param>
    /// <param name="OfferedAt">In UTC.</param>
    /// <param name="Until">The last moment to answer, in UTC. Once both agree, the last moment at which either may
    /// write.</param>
    /// <param name="Agrees">Null until the current member answers.</param>
    /// <param name="BothAgreed">Whether either member may write to the other now.</param>
    public sealed record View(
        string Id,
        string IntroducerHandle,
        string IntroducerName,
        string OtherHandle,
        string OtherName,
        string OtherHeadline,
        string Words,
        DateTime OfferedAt,
        DateTime Until,
        bool? Agrees,
        bool BothAgreed
    )
    {
        /// <summary>The version of the other member's photo, a part of its address; null without one.</summary>
        public string? Photo { get; init; }
    }

    internal sealed class Handler(
        ConnectGateContext context,
        Offers offers,
        Actor actor,
        IOptions<GateOptions> options,
        Cursors<ToMe> cursors
    ) : IRequestHandler<Query, View?>, IRequestHandler<ToMe, Page<View>>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken) =>
            await Rows().AsNoTracking().SingleOrDefaultAsync(row => row.Offer.PublicId == query.Id, cancellationToken)
                is { } row
                ? ViewOf(row)
                : null;

        public async Task<Page<View>> Handle(ToMe query, CancellationToken cancellationToken)
        {
            var rows = Rows();
            if (cursors.Read(query.Cursor) is { } after)
            {
                rows = rows.Where(row =>
                    row.Offer.OfferedAt < after.At || (row.Offer.OfferedAt == after.At && row.Offer.Id < after.Id)
                );
            }

            var found = await rows.AsNoTracking()
                .OrderByDescending(row => row.Offer.OfferedAt)
                .ThenByDescending(row => row.Offer.Id)
                .Take(Page<View>.Size + 1)
                .ToListAsync(cancellationToken);
            return cursors.Page(found, row => new Cursor(row.Offer.Id) { At = row.Offer.OfferedAt }, ViewOf);
        }

        private IQueryable<Row> Rows() =>
            from offered in offers.ToMe(actor.Now)
            join introducer in context.Members on offered.Offer.IntroducerId equals introducer.Id
            join other in context.Members on offered.OtherId equals other.Id
            select new Row
            {
                Offer = offered.Offer,
                Mine = offered.Mine,
                IntroducerHandle = introducer.Handle,
                IntroducerName = introducer.DisplayName,
                OtherHandle = other.Handle,
                OtherName = other.DisplayName,
                OtherHeadline = other.Headline,
                OtherPhoto = other.PhotoVersion,
            };

        private View ViewOf(Row row) =>
            new(
                row.Offer.PublicId,
                row.IntroducerHandle,
                row.IntroducerName,
                row.OtherHandle,
                row.OtherName,
                row.OtherHeadline,
                row.Mine.Words,
                row.Offer.OfferedAt,
                (row.Offer.AgreedAt ?? row.Offer.OfferedAt) + options.Value.OffersLast,
                row.Mine.Agrees,
                row.Offer.AgreedAt is not null
            )
            {
                Photo = row.OtherPhoto,
            };
    }

    private sealed class Row
    {
        public required Offer Offer { get; init; }
        public required OfferTo Mine { get; init; }
        public required string IntroducerHandle { get; init; }
        public required string IntroducerName { get; init; }
        public required string OtherHandle { get; init; }
        public required string OtherName { get; init; }
        public required string OtherHeadline { get; init; }
        public required string? OtherPhoto { get; init; }
    }
}
