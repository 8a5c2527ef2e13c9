using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Requests;

/// <summary>A member's profile, as the current member may see it. Their own too.</summary>
public static class ViewProfile
{
    /// <summary>The profile of that handle; null where nobody is called that.</summary>
    public sealed record Query(string Handle) : IQuery<View?>;

    /// <summary>What the viewer sees.</summary>
    /// <param name="Handle">The member's handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">More; may be empty.</param>
    /// <param name="Languages">Tags of the languages they read.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="BetterWays">"Better ways to reach me", those for everyone.</param>
    /// <param name="MemberSince">When they joined.</param>
    /// <param name="Policy">Whom they connect with.</param>
    /// <param name="IsMe">Whether this is the viewer's own.</param>
    /// <param name="Connected">Whether the two are connected.</param>
    /// <param name="BlockedByMe">Whether the viewer blocked them.</param>
    /// <param name="Standing">Why the viewer cannot ask them now, in words they may read; empty where they can. The allowance is not among it.</param>
    /// <param name="MutualConnections">People both are connected to, as far as all ends agree.</param>
    /// <param name="MoreMutualConnections">Whether there are more than those.</param>
    /// <param name="NoteToSelf">What the viewer noted about them; empty where nothing.</param>
    /// <param name="MaySeeTheirConnections">Whether they let the viewer see their list of connections.</param>
    public sealed record View(
        string Handle, string DisplayName, string Headline, string About, IReadOnlyList<string> Languages, IReadOnlyList<string> OtherNames,
        IReadOnlyList<string> BetterWays, DateTime MemberSince, PolicySeen Policy, bool IsMe, bool Connected, bool BlockedByMe,
        IReadOnlyList<Refusal> Standing, IReadOnlyList<Person> MutualConnections, bool MoreMutualConnections, string NoteToSelf,
        bool MaySeeTheirConnections)
    {
        /// <summary>Whether the viewer may ask them now, their allowance apart.</summary>
        public bool MayAsk => !IsMe && Standing.Count == 0;
    }

    internal sealed class Handler : IRequestHandler<Query, View?>
    {
        public Task<View?> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
