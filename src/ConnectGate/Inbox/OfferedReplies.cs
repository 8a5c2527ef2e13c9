using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Inbox;

/// <summary>Words that a recipient may choose from when they decline with a reply; beside their own policy's words and what they write themself.</summary>
public static class OfferedReplies
{
    /// <summary>All of them; they are the same for everybody.</summary>
    public sealed record Query : IQuery<View>;

    /// <summary>The words, in the reader's language.</summary>
    public sealed record View(IReadOnlyList<string> Texts);

    internal sealed class Handler : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => Task.FromResult(new View(
        [
            Words.Of("offered-reply-met-in-person"),
            Words.Of("offered-reply-no-time"),
            Words.Of("offered-reply-not-my-field"),
            Words.Of("offered-reply-small-circle"),
        ]));
    }
}
