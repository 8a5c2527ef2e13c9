using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>Lines with which members answered "Do you know this person?". Only who asked reads them.</summary>
internal sealed class ReferenceText(ConnectGateContext context, Actor actor) : IReportable
{
    public ReportedKind Kind => ReportedKind.Reference;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        var found = await (
            from reference in context.References.AsNoTracking()
            where reference.PublicId == id && reference.AskerId == me && reference.Line != ""
            join author in context.Members on reference.AskedId equals author.Id
            select new { Reference = reference, Author = author }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Reference.Id,
                found.Author,
                Evidence.OfText(found.Author, null, found.Reference.Line, found.Reference.AnsweredAt ?? actor.Now)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .References.Where(reference => reference.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(reference => reference.Line, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .References.Where(reference => reference.Id == subjectId && reference.Line == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(reference => reference.Line, reported.Note), cancellationToken);
}
