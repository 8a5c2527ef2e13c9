using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// The letters that connectors were asked to pass on. Ignores blocks and suspensions on purpose: a vanishing entry
/// would reveal them. An entry disappears when the sender withdraws before an answer, when the connection between the
/// sender and the connector ends, and when its time is over.
/// </summary>
internal sealed class Asks(ConnectGateContext context, Actor actor, IOptions<GateOptions> options)
{
    /// <summary>
    /// One connector's entries, answered or not. Includes letters that the connector cannot read yet.
    /// </summary>
    public IQueryable<Introduction> Of(long connectorId, DateTime now)
    {
        var askedAfter = now - options.Value.PassedOnWithin;
        var live = context.Connections.Live(now);
        return context.Introductions.Where(asked =>
            asked.ConnectorId == connectorId
            && asked.AskedAt > askedAfter
            && asked.Request.ExpiresAt > now
            && (asked.Answer != null || asked.Request.WithdrawnAt == null)
            && live.Any(connection =>
                connection.ValidFrom <= asked.AskedAt
                && (
                    (connection.LowId == connectorId && connection.HighId == asked.Request.SenderId)
                    || (connection.HighId == connectorId && connection.LowId == asked.Request.SenderId)
                )
            )
        );
    }

    /// <summary>
    /// The entries that the current member may read. An answered one stays, though its letter may be held back.
    /// </summary>
    public IQueryable<Introduction> OfMe(DateTime now) =>
        Of(actor.Id, now).Where(asked => asked.Answer != null || asked.Request.DeliverAt <= now);

    /// <summary>
    /// Locks the sender, the recipient and the connector until the transaction ends. Null if the current member cannot
    /// read such an entry.
    /// </summary>
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
