using ConnectGate.Foundation.Portability;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// The letters that the member was asked to pass on, with their own answer, and the introductions that they offered or
/// were offered. It says nothing of others' answers. An offer is the same whatever became of it.
/// </summary>
internal sealed class IntroductionsExport(ConnectGateContext context, Asks asks) : IExports
{
    public IReadOnlyList<Type> Covers => [typeof(Introduction), typeof(Offer), typeof(OfferTo)];

    public IEnumerable<ExportTable> TablesOf(long memberId, DateTime now)
    {
        var listed = asks.Of(memberId, now).Where(asked => asked.Request.DeliverAt <= now);
        return
        [
            ExportTable.Of(
                "asked-to-introduce",
                from asked in context.Introductions
                where
                    asked.ConnectorId == memberId
                    && (asked.Answer != null || listed.Any(one => one.RequestId == asked.RequestId))
                join sender in context.Members on asked.Request.SenderId equals sender.Id
                join recipient in context.Members on asked.Request.RecipientId equals recipient.Id
                orderby asked.RequestId
                select new
                {
                    From = sender.Handle,
                    FromName = sender.DisplayName,
                    To = recipient.Handle,
                    ToName = recipient.DisplayName,
                    asked.AskedAt,
                    asked.Answer,
                    asked.AnsweredAt,
                    asked.Words,
                },
                row => row
            ),
            ExportTable.Of(
                "introductions-offered",
                from offer in context.Offers
                where offer.IntroducerId == memberId
                join to in context.OffersTo on offer.Id equals to.OfferId
                join member in context.Members on to.MemberId equals member.Id
                orderby offer.Id, to.MemberId
                select new
                {
                    member.Handle,
                    member.DisplayName,
                    to.Words,
                    offer.OfferedAt,
                },
                row => row
            ),
            ExportTable.Of(
                "introductions-offered-to-me",
                from mine in context.OffersTo
                where mine.MemberId == memberId
                join offer in context.Offers on mine.OfferId equals offer.Id
                join introducer in context.Members on offer.IntroducerId equals introducer.Id
                join theirs in context.OffersTo on offer.Id equals theirs.OfferId
                where theirs.MemberId != memberId
                join other in context.Members on theirs.MemberId equals other.Id
                orderby offer.Id
                select new
                {
                    IntroducedBy = introducer.Handle,
                    other.Handle,
                    other.DisplayName,
                    mine.Words,
                    mine.Agrees,
                    offer.OfferedAt,
                },
                row => row
            ),
        ];
    }
}
