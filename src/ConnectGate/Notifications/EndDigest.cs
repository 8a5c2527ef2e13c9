using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Notifications;

/// <summary>Ends the digest with one click from a mail, signed in or not (RFC 8058).</summary>
public static class EndDigest
{
    /// <summary>Whether the token from the mail's link is a good one; null where not.</summary>
    public sealed record Query(string Token) : IQuery<View?>;

    /// <summary>What the page says before the click.</summary>
    /// <param name="Ended">Whether there is no digest any more.</param>
    public sealed record View(bool Ended);

    /// <summary>Ends it; again is fine. Not found where the token is not a good one.</summary>
    public sealed record Command(string Token) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Query, View?>, IRequestHandler<Command, Outcome<Done>>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();

        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
