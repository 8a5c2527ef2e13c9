using ConnectGate.Gate;
using ConnectGate.Ties.Connections.Blocks;
using Microsoft.Extensions.Options;

namespace ConnectGate.Letters.Introductions;

/// <summary>
/// Refuses a letter to a connector who has too many letters to answer already. The refusal does not reveal whose
/// letters these are. All letters of the same sender count until the sender withdraws them, with or without an answer.
/// Otherwise a free place would reveal an answer to the sender. A letter that is passed on does not arrive if there is
/// a block between its connector and its recipient.
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
