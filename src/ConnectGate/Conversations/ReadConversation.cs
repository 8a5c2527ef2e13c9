using ConnectGate.Shared;
using MediatR;

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

    internal sealed class Handler : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
