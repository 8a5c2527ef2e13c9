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

    /// <summary>
    /// Keeps what the evidence cannot hold. False where it is gone; then nobody can report it. The caller saves.
    /// </summary>
    Task<bool> FreezeAsync(ReportableText text, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Writes other words into the text's place, for every reader. Removes a photo.</summary>
    Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken);

    /// <summary>Puts the reported words or the photo back, where the author has not put anything there since.</summary>
    /// <param name="instead">The words that <see cref="ReplaceAsync"/> wrote.</param>
    Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken);
}

/// <summary>A text that the current member can report.</summary>
/// <param name="SubjectId">The key of its row.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Evidence">The text as the member reads it now.</param>
internal sealed record ReportableText(long SubjectId, Member Author, Evidence Evidence);
