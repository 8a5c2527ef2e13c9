using ConnectGate.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Conversations;

/// <summary>What the current member and another have said to each other. Stays readable when they are no longer connected.</summary>
public static class ReadConversation
{
    /// <summary>A page of it, the latest first. Null where there is nothing to read. Marks nothing as read: see <see cref="MarkConversationRead"/>.</summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="Cursor">Where to go on towards what is older; null for the latest.</param>
    public sealed record Query(string Handle, string? Cursor = null) : IQuery<View?>;

    /// <summary>The page.</summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Messages">The messages in the order of reading, the oldest of the page first; the next page holds older ones.</param>
    /// <param name="MayWrite">Whether I may write: the two are connected, and I am not suspended.</param>
    /// <param name="FirstUnreadId">The first message of the other's that I have not marked as read, on whichever page; null where there is none.</param>
    public sealed record View(string Handle, string DisplayName, Page<Line> Messages, bool MayWrite, string? FirstUnreadId);

    /// <summary>One message.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="Mine">Whether I wrote it.</param>
    /// <param name="Text">Plain text.</param>
    /// <param name="At">When it was written.</param>
    /// <param name="IsNote">Whether it is the note of a request.</param>
    /// <param name="IsAnswer">Whether it is the answer that went out with an acceptance.</param>
    public sealed record Line(string Id, bool Mine, string Text, DateTime At, bool IsNote, bool IsAnswer);

    internal sealed class Handler(ICurrentMember currentMember, MyConversations conversations, TimeProvider clock) : IRequestHandler<Query, View?>
    {
        public async Task<View?> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await conversations.WithAsync(request.Handle, now, cancellationToken) is not ({ } conversation, { } other))
            {
                return null;
            }

            var messages = conversations.Visible(conversation.Id, now).AsNoTracking();
            if (Cursor.Parse(request.Cursor) is { } before)
            {
                messages = messages.Where(message => message.Id < before.Id);
            }

            var me = currentMember.Id;
            var found = await messages.OrderByDescending(message => message.Id).Take(Page<Line>.Size + 1).ToListAsync(cancellationToken);
            var page = Cursor.Page(found, message => new Cursor(message.WrittenAt, message.Id), message => new Line(
                message.PublicId, message.AuthorId == me, message.Text, message.WrittenAt, message.Kind == MessageKind.Note, message.Kind == MessageKind.Answer));
            var firstUnread = await conversations.Unread(conversation, me, now)
                .OrderBy(message => message.Id).Select(message => message.PublicId).FirstOrDefaultAsync(cancellationToken);
            var mayWrite = await conversations.ConnectedWithAsync(other.Id, now, cancellationToken) && !await conversations.SuspendedAsync(now, cancellationToken);
            return new View(other.Handle, other.DisplayName, page with { Items = [.. page.Items.Reverse()] }, mayWrite, firstUnread);
        }
    }
}
