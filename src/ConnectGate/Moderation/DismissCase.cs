using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>A moderator does not follow the reports of a case.</summary>
public static class DismissCase
{
    /// <summary>Closes it. Not found for who may not moderate; <c>own-case</c> for who is its author or reported in it.</summary>
    /// <param name="Id">The case's public id.</param>
    /// <param name="Reason">Why: 10 to 1,000 visible characters, for the log. Field <c>reason</c>.</param>
    /// <exception cref="IllegalTransitionException">It is decided already.</exception>
    public sealed record Command(string Id, string? Reason) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
