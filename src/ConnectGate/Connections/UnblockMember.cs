using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>A member lifts a block; each may ask the other again at once, unless another date holds. What the block ended stays ended.</summary>
public static class UnblockMember
{
    /// <summary>Lifts it. Not found where the current member doesn't block them.</summary>
    /// <param name="Handle">Whose.</param>
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
