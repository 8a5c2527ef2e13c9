using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>The words of declines. Only the letter's sender reads them.</summary>
internal sealed class ReplyText(ConnectGateContext context, Actor actor) : IReportable
{
    public ReportedKind Kind => ReportedKind.Reply;

    /// <param name="id">The letter's public id.</param>
    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        var found = await (
            from letter in context.Requests.AsNoTracking()
            where letter.PublicId == id && letter.SenderId == me && letter.ReplyText != null
            join author in context.Members on letter.RecipientId equals author.Id
            select new { Letter = letter, Author = author }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Letter.Id,
                found.Author,
                Evidence.OfText(found.Author, null, found.Letter.ReplyText!, found.Letter.DecidedAt ?? actor.Now)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .Requests.Where(letter => letter.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.ReplyText, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .Requests.Where(letter => letter.Id == subjectId && letter.ReplyText == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(letter => letter.ReplyText, reported.Note), cancellationToken);
}
