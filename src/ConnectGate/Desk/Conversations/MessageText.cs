using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Moderation.Texts;

namespace ConnectGate.Desk.Conversations;

/// <summary>
/// Messages as texts that members report. Moderators see the reported message only, never the conversation around it.
/// </summary>
internal sealed class MessageText(ConnectGateContext context, Actor actor)
    : IReportable,
        INotificationHandler<NoteReplaced>
{
    public ReportedKind Kind => ReportedKind.Message;

    public async Task<ReportableText?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var (me, now) = (actor.Id, actor.Now);
        var found = await (
            from message in context.Messages
            where
                message.PublicId == id
                && message.VisibleFrom <= now
                && (message.Conversation.LowId == me || message.Conversation.HighId == me)
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
            .Messages.Where(message => message.Id == subjectId)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, words), cancellationToken);

    public Task RestoreAsync(long subjectId, string instead, Evidence reported, CancellationToken cancellationToken) =>
        context
            .Messages.Where(message => message.Id == subjectId && message.Text == instead)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, reported.Note), cancellationToken);

    // The conversation begins with a copy of the letter's note.
    public Task Handle(NoteReplaced notification, CancellationToken cancellationToken) =>
        context
            .Messages.Where(message => message.RequestId == notification.RequestId && message.Kind == MessageKind.Note)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Text, notification.Note), cancellationToken);
}
