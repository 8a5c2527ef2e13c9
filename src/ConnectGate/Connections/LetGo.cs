using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Connections;

/// <summary>A member ends a connection, quietly: the other is not told.</summary>
public static class LetGo
{
    /// <summary>Ends it. Not found where the two are not connected.</summary>
    /// <param name="Handle">Of whom.</param>
    public sealed record Command(string Handle) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
