using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Notifications;

/// <summary>Writes the digests that are due: what is new since the last, at each member's hour. Run every minute, on every node.</summary>
public static class SendDigests
{
    /// <summary>Writes some of them. Tells how many; none are left when it is fewer than asked for.</summary>
    /// <param name="AtMost">How many in one transaction.</param>
    public sealed record Command(int AtMost = 20) : ICommand<int>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<int>>
    {
        public Task<Outcome<int>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
