using ConnectGate.Data;
using ConnectGate.Gate;
using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ConnectGate.Introductions;

/// <summary>The introductions that the current member offered lately, latest first. What became of them is not told.</summary>
public static class ListMyOffers
{
    /// <summary>All of them: <see cref="GateOptions.OpenOffers"/> at most.</summary>
    public sealed record Query : IQuery<IReadOnlyList<Row>>;

    /// <summary>One of them.</summary>
    /// <param name="OneName">The name of one of the two.</param>
    /// <param name="OtherName">The name of the other.</param>
    /// <param name="OfferedAt">When.</param>
    /// <param name="Until">Until when both can agree.</param>
    public sealed record Row(string OneName, string OtherName, DateTime OfferedAt, DateTime Until);

    internal sealed class Handler(ConnectGateContext context, Offers offers, TimeProvider clock, IOptions<GateOptions> options) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await offers.ByMe(clock.GetUtcNow().UtcDateTime)
                .OrderByDescending(offer => offer.OfferedAt).ThenByDescending(offer => offer.Id)
                .Select(offer => new
                {
                    offer.OfferedAt,
                    Names = context.Members.Where(member => offer.To.Any(to => to.MemberId == member.Id)).OrderBy(member => member.DisplayName)
                        .Select(member => member.DisplayName).ToList(),
                })
                .ToListAsync(cancellationToken);
            return [.. found.Select(offer => new Row(offer.Names[0], offer.Names[1], offer.OfferedAt, offer.OfferedAt + options.Value.OffersLast))];
        }
    }
}
