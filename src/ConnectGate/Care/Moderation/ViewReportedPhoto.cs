namespace ConnectGate.Care.Moderation;

/// <summary>
/// A reported photo as it was, for the moderators of its case. The log has their view of the case, whose part it is.
/// </summary>
public static class ViewReportedPhoto
{
    /// <summary>The picture as WebP. Null where it is not evidence of that case, or the case is about the current
    /// member.</summary>
    /// <param name="CaseId">The public id of the case.</param>
    /// <param name="Version">The version of the photo.</param>
    [SentBy(Senders.Moderators)]
    public sealed record Query(string CaseId, string Version) : IQuery<byte[]?>;

    internal sealed class Handler(ConnectGateContext context, Actor actor) : IRequestHandler<Query, byte[]?>
    {
        public async Task<byte[]?> Handle(Query query, CancellationToken cancellationToken)
        {
            var (me, words) = (actor.Id, Report.DigestOf(query.Version));
            return await context
                .ReportedPhotos.Where(photo =>
                    photo.Version == query.Version
                    && context.Reports.Any(report =>
                        report.Kind == Reports.ReportedKind.Photo
                        && report.Words == words
                        && report.Case.PublicId == query.CaseId
                        && report.Case.AuthorId != me
                    )
                )
                .Select(photo => photo.Large)
                .SingleOrDefaultAsync(cancellationToken);
        }
    }
}
