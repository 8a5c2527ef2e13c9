using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>How a letter was introduced, as its recipient reads it at its head.</summary>
/// <param name="ConnectorHandle">Who introduces.</param>
/// <param name="ConnectorName">Their name.</param>
/// <param name="Words">How they know both.</param>
/// <param name="PassedOnThisMonth">How many letters they passed on within thirty days that arrived, this one included:
/// who passes on whatever comes vouches for little.</param>
public sealed record IntroductionSeen(
    string ConnectorHandle,
    string ConnectorName,
    string Words,
    int PassedOnThisMonth
);

/// <summary>
/// Reads it. Its connector is never shown the number: they could tell from it which letter did not arrive.
/// </summary>
internal sealed class IntroductionReader(ConnectGateContext context)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Null for a letter that nobody introduced.</summary>
    public async Task<IntroductionSeen?> ReadAsync(
        ConnectionRequest letter,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (letter is not { IntroducedById: { } connectorId, IntroductionWords: { } words })
        {
            return null;
        }

        var since = now - Month;
        return await context
            .Members.Where(connector => connector.Id == connectorId)
            .Select(connector => new IntroductionSeen(
                connector.Handle,
                connector.DisplayName,
                words,
                context.Requests.Count(other =>
                    other.IntroducedById == connectorId
                    && other.IntroductionWords != null
                    && other.DeliverAt > since
                    && other.DeliverAt <= now
                )
            ))
            .SingleAsync(cancellationToken);
    }
}
