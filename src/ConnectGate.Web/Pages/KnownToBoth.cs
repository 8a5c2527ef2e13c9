using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Web.Pages;

/// <summary>The people both know, as the partial <c>_KnownToBoth</c> shows them.</summary>
/// <param name="More">Whether there are more than these.</param>
public sealed record KnownToBoth(IReadOnlyList<MutualConnections.Named> Members, bool More)
{
    public static KnownToBoth Of(MutualConnections.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Members, view.OrMore);
    }
}
