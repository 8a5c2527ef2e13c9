using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>A member blocks another: a connection ends, running requests between the two close, and neither can ask the other. The other is not told.</summary>
public static class BlockMember
{
    /// <summary>Blocks. Not found where nobody is called that. Refused: <c>oneself</c>.</summary>
    /// <param name="Handle">Whom.</param>
    /// <exception cref="IllegalTransitionException">They are blocked already.</exception>
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
