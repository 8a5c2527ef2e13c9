using ConnectGate.Gate;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// What connectors were asked. Whether a letter can still arrive is not looked at: a connector could tell a block or a
/// suspension by what disappears. It goes when its sender withdraws before an answer, when the connection between the
/// two ends, and with time.
/// </summary>
internal sealed class Asks(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>Those of one connector, answered or not, also while the sender can still take them back.</summary>
    public IQueryable<Introduction> Of(long connectorId, DateTime now)
    {
        var askedAfter = now - options.Value.PassedOnWithin;
        return context.Introductions.Where(asked =>
            asked.ConnectorId == connectorId
            && asked.AskedAt > askedAfter
            && asked.Request.ExpiresAt > now
            && (asked.Answer != null || asked.Request.WithdrawnAt == null)
            && context.Connections.Any(connection =>
                connection.EndedAt == null
                && connection.ValidFrom <= asked.AskedAt
                && (
                    (connection.LowId == connectorId && connection.HighId == asked.Request.SenderId)
                    || (connection.HighId == connectorId && connection.LowId == asked.Request.SenderId)
                )
            )
        );
    }

    /// <summary>Those that the current member may read.</summary>
    public IQueryable<Introduction> OfMe(DateTime now) =>
        Of(actor.Id, now).Where(asked => asked.Request.DeliverAt <= now);

    /// <summary>One of them, to be answered: nothing between the three changes until the transaction ends.</summary>
    public async Task<Introduction?> LockAsync(string id, DateTime now, CancellationToken cancellationToken)
    {
        var asked = OfMe(now).Where(asked => asked.Request.PublicId == id);
        if (
            await asked
                .Select(asked => new { asked.Request.SenderId, asked.Request.RecipientId })
                .SingleOrDefaultAsync(cancellationToken)
            is not { } two
        )
        {
            return null;
        }

        await context.LockMembersAsync(cancellationToken, two.SenderId, two.RecipientId, actor.Id);
        return await asked.Include(asked => asked.Request).SingleOrDefaultAsync(cancellationToken);
    }
}
