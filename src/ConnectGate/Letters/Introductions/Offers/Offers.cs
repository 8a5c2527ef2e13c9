using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// The introductions that were offered and can still come about. Of the two only those read an offer who could become
/// acquainted by it: not where they are connected already, where one blocked the other, or where who offers or the
/// other one is suspended. Who offers sees the same whichever it is.
/// </summary>
internal sealed class Offers(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>What the current member offered lately.</summary>
    public IQueryable<Offer> ByMe(DateTime now)
    {
        var (me, offeredAfter) = (actor.Id, now - options.Value.OffersLast);
        return context.Offers.Where(offer => offer.IntroducerId == me && offer.OfferedAt > offeredAfter);
    }

    /// <summary>What the current member was offered, with themself and the other one.</summary>
    public IQueryable<Offered> ToMe(DateTime now)
    {
        var (me, since) = (actor.Id, now - options.Value.OffersLast);
        var live = context.Connections.Live(now);
        var suspended = context.Suspensions.InForce(now);
        return from mine in context.OffersTo
            where mine.MemberId == me
            join offer in context.Offers on mine.OfferId equals offer.Id
            where (offer.AgreedAt ?? offer.OfferedAt) > since
            join theirs in context.OffersTo on offer.Id equals theirs.OfferId
            where theirs.MemberId != me
            let other = theirs.MemberId
            where
                !suspended.Any(suspension => suspension.MemberId == offer.IntroducerId || suspension.MemberId == other)
                && !context.Blocks.Any(block =>
                    (block.BlockerId == me && block.BlockedId == other)
                    || (block.BlockerId == other && block.BlockedId == me)
                )
                && !live.Any(connection =>
                    (connection.LowId == me && connection.HighId == other)
                    || (connection.LowId == other && connection.HighId == me)
                )
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

    /// <summary>One of them, to be answered: nothing between the three changes until the transaction ends.</summary>
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

    /// <summary>An offer, and where in it the current member is.</summary>
    internal sealed class Offered
    {
        public required Offer Offer { get; init; }
        public required OfferTo Mine { get; init; }
        public required long OtherId { get; init; }
    }
}
