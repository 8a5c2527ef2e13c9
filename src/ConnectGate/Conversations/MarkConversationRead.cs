using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Conversations;

/// <summary>A member has read a conversation.</summary>
public static class MarkConversationRead
{
    /// <summary>Marks it as read up to a message; never back. Not found where there is no such conversation or message to read.</summary>
    /// <param name="Handle">The other's handle.</param>
    /// <param name="UpToMessageId">The last message that was read; null for all there is.</param>
    public sealed record Command(string Handle, string? UpToMessageId = null) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
