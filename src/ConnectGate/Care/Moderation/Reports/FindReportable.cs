namespace ConnectGate.Care.Moderation.Reports;

/// <summary>A text that the current member is about to report.</summary>
public static class FindReportable
{
    /// <summary>Null where <see cref="ReportText.Command"/> finds nothing.</summary>
    [SentBy(Senders.Members)]
    public sealed record Query(ReportedKind Kind, string Id) : IQuery<View?>;

    /// <param name="Text">The words that would be reported; empty for a photo.</param>
    /// <param name="Photo">The version of the photo that would be reported; null for a text.</param>
    /// <param name="IsReported">The member reported these words before.</param>
    public sealed record View(string AuthorHandle, string AuthorName, string Text, string? Photo, bool IsReported);

    internal sealed class Handler(Filing filing) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await filing.FindAsync(query.Kind, query.Id, cancellationToken) is not { } text)
            {
                return null;
            }

            var (author, evidence) = (text.Author, text.Evidence);
            return new View(
                author.Handle,
                author.DisplayName,
                evidence.Note,
                evidence.Photo,
                await filing.IsReportedAsync(
                    query.Kind,
                    text.SubjectId,
                    Report.DigestOf(evidence.Words),
                    cancellationToken
                )
            );
        }
    }
}
