using ConnectGate.Care.Moderation.Reports;

namespace ConnectGate.Care.Moderation.Texts;

/// <summary>Messages before the decision of a letter. The other one of its two members reads them.</summary>
internal sealed class TalkText(ConnectGateContext context, Actor actor) : IReportable
{
    public ReportedKind Kind => ReportedKind.Talk;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var me = actor.Id;
        var found = await (
            from message in context.TalkMessages.AsNoTracking()
            join letter in context.Requests on message.RequestId equals letter.Id
            where message.PublicId == id && message.IsDelivered && (letter.SenderId == me || letter.RecipientId == me)
            join author in context.Members on message.AuthorId equals author.Id
            select new { Message = message, Author = author }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is null
            ? null
            : new ReportableText(
                found.Message.Id,
                found.Author,
                Evidence.OfText(found.Author, null, found.Message.Text, found.Message.WrittenAt)
            );
    }

    public Task ReplaceAsync(long subjectId, Evidence reported, string words, CancellationToken cancellationToken) =>
        context
            .TalkMessages.Where(message => message.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .TalkMessages.Where(message => message.Id == subjectId && message.Text == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, reported.Note), cancellationToken);
}
