using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Conversations;

/// <summary>The current member's conversations, the one with the latest message first.</summary>
public static class ListConversations
{
    /// <summary>How many visible characters of the last message a row shows at most.</summary>
    public const int FirstLinesLength = 160;

    /// <summary>A page of them.</summary>
    public sealed record Query(string? Cursor = null) : IQuery<Page<Row>>;

    /// <summary>One conversation.</summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="FirstLines">The beginning of the last message, at most <see cref="FirstLinesLength"/> visible characters, line breaks made blanks.</param>
    /// <param name="LastByMe">Whether I wrote it.</param>
    /// <param name="LastAt">When it was written.</param>
    /// <param name="Unread">Whether the other wrote something that I have not marked as read.</param>
    /// <param name="MayWrite">Whether I may write: the two are connected, and I am not suspended.</param>
    public sealed record Row(string Handle, string DisplayName, string FirstLines, bool LastByMe, DateTime LastAt, bool Unread, bool MayWrite);

    internal sealed class Handler : IRequestHandler<Query, Page<Row>>
    {
        public Task<Page<Row>> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
