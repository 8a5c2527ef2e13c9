using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Inbox;

/// <summary>The recipient opens a letter.</summary>
public static class OpenRequest
{
    /// <summary>
    /// Records the first opening and gives the letter with what is known about its sender. Not found where it is not delivered to the current member, or was
    /// withdrawn before they opened it, or its time with them is over.
    /// </summary>
    /// <param name="Id">The letter's public id.</param>
    public sealed record Command(string Id) : ICommand<LetterView>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<LetterView>>
    {
        public Task<Outcome<LetterView>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
