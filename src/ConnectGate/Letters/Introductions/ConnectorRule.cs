using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Mutual;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// Refuses to ask a connector with whom there are too many letters already, and says nothing of whose; of those of the
/// same sender every one counts that they did not withdraw, so that they cannot tell an answer by the room it makes.
/// What is passed on does not arrive across a block between its connector and its recipient.
/// </summary>
internal sealed class ConnectorRule(ConnectGateContext context, Asks asks, IOptions<GateOptions> options) : IGateRule
{
    public const string Busy = "connector-busy";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Grounds.Introduction is not { ConnectorId: var connector })
        {
            return [];
        }

        var sender = attempt.Sender.Id;
        var open = await asks.Of(connector, attempt.Now)
            .CountAsync(
                asked =>
                    asked.Answer == null || (asked.Request.SenderId == sender && asked.Request.WithdrawnAt == null),
                cancellationToken
            );
        var blocked = await context.Blocks.Between(connector, attempt.Recipient.Id).AnyAsync(cancellationToken);
        return attempt.Grounds.IsToBePassedOn
            ? open >= options.Value.AsksOfConnector
                ? [Finding.AboutRecipient(Busy)]
                : []
            : blocked
                ? [Finding.AboutRecipient(Finding.Unavailable, FindingKind.Secret)]
                : [];
    }
}
