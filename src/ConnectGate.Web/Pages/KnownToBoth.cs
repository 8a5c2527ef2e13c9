using ConnectGate.Ties.Connections.Mutual;

namespace ConnectGate.Web.Pages;

/// <summary>Whom two members both know, as the partial <c>_KnownToBoth</c> shows it.</summary>
/// <param name="Members">Those who may be named.</param>
/// <param name="More">Whether there are more.</param>
public sealed record KnownToBoth(IReadOnlyList<MutualConnections.Named> Members, bool More)
{
    /// <summary>As connections tell it.</summary>
    public static KnownToBoth Of(MutualConnections.View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view.Members, view.OrMore);
    }
}
