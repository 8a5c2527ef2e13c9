using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>A moderator follows the reports of a case and suspends its author.</summary>
public static class SuspendAuthor
{
    /// <summary>Closes the case as upheld and suspends. Not found for who may not moderate; <c>own-case</c> for who is its author or reported in it.</summary>
    /// <param name="Id">The case's public id.</param>
    /// <param name="Days">For how long, 1 to <see cref="MostDays"/>; null for good. Field <c>days</c>.</param>
    /// <param name="Reason">Why: 10 to 1,000 visible characters; the author reads it. Field <c>reason</c>.</param>
    /// <exception cref="IllegalTransitionException">The case is decided already.</exception>
    public sealed record Command(string Id, int? Days, string? Reason) : ICommand<Done>;

    /// <summary>The longest suspension that ends by itself.</summary>
    public const int MostDays = 365;

    internal sealed class Handler : IRequestHandler<Command, Outcome<Done>>
    {
        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
