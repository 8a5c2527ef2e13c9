using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Letters.Introductions.Offers;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>
/// The words with which a member offers to introduce two others. Each of the two reads their own words only, so a
/// removal leaves the other's alone.
/// </summary>
internal sealed class OfferText(ConnectGateContext context, Actor actor, Offers offers) : IReportable
{
    public ReportedKind Kind => ReportedKind.Offer;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var found = await (
            from offered in offers.ToMe(actor.Now)
            where offered.Offer.PublicId == id
            join author in context.Members on offered.Offer.IntroducerId equals author.Id
            select new
            {
                offered.Offer.Id,
                offered.Mine.Words,
                offered.Offer.OfferedAt,
                Author = author,
            }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Id,
                found.Author,
                Evidence.OfText(found.Author, null, found.Words, found.OfferedAt)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        ChangeAsync(subjectId, reported.Note, words, cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        ChangeAsync(subjectId, instead, reported.Note, cancellationToken);

    private Task<int> ChangeAsync(long offerId, string from, string to, CancellationToken cancellationToken) =>
        context
            .OffersTo.Where(part => part.OfferId == offerId && part.Words == from)
            .ExecuteUpdateAsync(set => set.SetProperty(part => part.Words, to), cancellationToken);
}
