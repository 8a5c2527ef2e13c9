namespace ConnectGate.Care.Moderation.Reports;

/// <summary>
/// One kind of text that members report. The feature that owns the text implements it, so moderation knows no tables of
/// other features.
/// </summary>
internal interface IReportable
{
    ReportedKind Kind { get; }

    /// <summary>
    /// The text with that public id (a handle for a profile). Null where the current member cannot read it.
    /// </summary>
    Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Writes other words into the text's place, for every reader.</summary>
    Task ReplaceAsync(long subjectId, string words, Evidence reported, CancellationToken cancellationToken);

    /// <summary>Puts the reported words back, where the author has not written anything since.</summary>
    /// <param name="instead">The words that <see cref="ReplaceAsync"/> wrote.</param>
    Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken);
}

/// <summary>A text that the current member can report.</summary>
/// <param name="SubjectId">The key of its row.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Evidence">The text as the member reads it now.</param>
internal sealed record ReportableText(long SubjectId, Member Author, Evidence Evidence);
