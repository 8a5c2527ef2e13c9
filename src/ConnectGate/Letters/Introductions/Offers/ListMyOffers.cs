using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions.Offers;

/// <summary>
/// The introductions that the current member offered recently, newest first. The list never shows the answers.
/// </summary>
public static class ListMyOffers
{
    /// <summary>Not paged, because there are at most <see cref="GateOptions.OpenOffers"/>.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <param name="OneName">The display name of one of the two members.</param>
    /// <param name="OtherName">The display name of the other member.</param>
    /// <param name="OfferedAt">In UTC.</param>
    /// <param name="Until">The last moment at which both can agree, in UTC.</param>
    public sealed record Row(string OneName, string OtherName, DateTime OfferedAt, DateTime Until);

    internal sealed class Handler(ConnectGateContext context, Offers offers, Actor actor, IOptions<GateOptions> options)
        : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query query, CancellationToken cancellationToken)
        {
            var found = await (
                from offer in offers.ByMe(actor.Now)
                from to in offer.To
                join member in context.Members on to.MemberId equals member.Id
                orderby offer.OfferedAt descending, offer.Id descending, member.DisplayName, member.Id
                select new
                {
                    offer.Id,
                    offer.OfferedAt,
                    member.DisplayName,
                }
            ).ToListAsync(cancellationToken);
            return
            [
                .. found
                    .GroupBy(row => (row.Id, row.OfferedAt), row => row.DisplayName)
                    .Select(names => new Row(
                        names.First(),
                        names.Last(),
                        names.Key.OfferedAt,
                        names.Key.OfferedAt + options.Value.OffersLast
                    )),
            ];
        }
    }
}
