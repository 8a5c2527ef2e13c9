using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// Offered introductions that are still possible. A member sees an offer only while it can still lead to a connection:
/// the two are not connected, no block between them shows, both are still connected to the introducer, and neither
/// the introducer nor the other member is absent. The introducer sees the same in every case.
/// </summary>
internal sealed class Offers(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>The offers that the current member made within <see cref="GateOptions.OffersLast"/>.</summary>
    public IQueryable<Offer> ByMe(DateTime now)
    {
        var (me, offeredAfter) = (actor.Id, now - options.Value.OffersLast);
        return context.Offers.Where(offer => offer.IntroducerId == me && offer.OfferedAt > offeredAfter);
    }

    /// <summary>
    /// The offers that the current member can see. Each has the current member's part and the other member's id.
    /// </summary>
    public IQueryable<Offered> ToMe(DateTime now)
    {
        var (me, since) = (actor.Id, now - options.Value.OffersLast);
        var live = context.Connections.Live(now);
        var (connected, blocked) = (live.OthersOf(me), context.Blocks.ShownTo(me, now));
        var absent = context.Absent(now);
        return from mine in context.OffersTo
            where mine.MemberId == me
            join offer in context.Offers on mine.OfferId equals offer.Id
            where (offer.AgreedAt ?? offer.OfferedAt) > since
            join theirs in context.OffersTo on offer.Id equals theirs.OfferId
            where theirs.MemberId != me
            let other = theirs.MemberId
            where
                !absent.Any(one => one.MemberId == offer.IntroducerId || one.MemberId == other)
                && !blocked.Contains(other)
                && !connected.Contains(other)
                && live.Any(connection =>
                    connection.ValidFrom <= offer.OfferedAt
                    && (
                        (connection.LowId == offer.IntroducerId && connection.HighId == me)
                        || (connection.LowId == me && connection.HighId == offer.IntroducerId)
                    )
                )
                && live.Any(connection =>
                    connection.ValidFrom <= offer.OfferedAt
                    && (
                        (connection.LowId == offer.IntroducerId && connection.HighId == other)
                        || (connection.LowId == other && connection.HighId == offer.IntroducerId)
                    )
                )
            select new Offered
            {
                Offer = offer,
                Mine = mine,
                OtherId = other,
            };
    }

    /// <summary>
    /// Locks the introducer and both members until the transaction ends. Null if the current member cannot see such an
    /// offer.
    /// </summary>
    public async Task<Offer?> LockAsync(string id, DateTime now, CancellationToken cancellationToken)
    {
        var offered = ToMe(now).Where(offered => offered.Offer.PublicId == id);
        if (
            await offered
                .Select(offered => new { offered.Offer.IntroducerId, offered.OtherId })
                .SingleOrDefaultAsync(cancellationToken)
            is not { } others
        )
        {
            return null;
        }

        await context.LockMembersAsync(cancellationToken, others.IntroducerId, others.OtherId, actor.Id);
        return await offered
            .Select(offered => offered.Offer)
            .Include(offer => offer.To)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>An offer from the current member's side.</summary>
    internal sealed class Offered
    {
        public required Offer Offer { get; init; }
        public required OfferTo Mine { get; init; }
        public required long OtherId { get; init; }
    }
}
