using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Members;

/// <summary>A member says whether and when to be mailed what is new, and in which time zone they live.</summary>
public static class EditSettings
{
    /// <summary>The current member's settings, as the form begins.</summary>
    public sealed record Query : IQuery<View>;

    /// <summary>What the form shows.</summary>
    /// <param name="Digest">How often to mail what is new.</param>
    /// <param name="Hour">At which hour, 0 to 23, in their time zone; a weekly digest comes on Mondays.</param>
    /// <param name="TimeZone">IANA name.</param>
    /// <param name="TimeZones">Every time zone to choose from.</param>
    public sealed record View(DigestFrequency Digest, int Hour, string TimeZone, IReadOnlyList<string> TimeZones);

    /// <summary>Replaces the settings. Fields: <c>digest</c>, <c>hour</c>, <c>timeZone</c>.</summary>
    /// <param name="Digest">How often.</param>
    /// <param name="Hour">0 to 23.</param>
    /// <param name="TimeZone">One of <see cref="View.TimeZones"/>.</param>
    public sealed record Command(DigestFrequency Digest, int Hour, string? TimeZone) : ICommand<Done>;

    internal sealed class Handler : IRequestHandler<Query, View>, IRequestHandler<Command, Outcome<Done>>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();

        public Task<Outcome<Done>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
