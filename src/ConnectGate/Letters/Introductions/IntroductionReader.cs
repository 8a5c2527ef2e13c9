using ConnectGate.Letters.Requests;

namespace ConnectGate.Letters.Introductions;

/// <summary>The introduction that the recipient reads above a letter.</summary>
/// <param name="ConnectorHandle">The connector's handle.</param>
/// <param name="ConnectorName">The connector's display name.</param>
/// <param name="Words">The connector's words on how they know both.</param>
/// <param name="PassedOnThisMonth">How many letters of the connector arrived within 30 days, including this one. The
/// word of a connector who passes on many letters is worth less.</param>
public sealed record IntroductionSeen(
    string ConnectorHandle,
    string ConnectorName,
    string Words,
    int PassedOnThisMonth
);

/// <summary>
/// Never shows the connector the number of letters that arrived: the number would reveal which letter did not.
/// </summary>
internal sealed class IntroductionReader(ConnectGateContext context)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <summary>Null if nobody introduced the letter.</summary>
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
