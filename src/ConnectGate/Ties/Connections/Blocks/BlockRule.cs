using ConnectGate.Gate;

namespace ConnectGate.Ties.Connections.Blocks;

/// <summary>
/// Refuses when either member has blocked the other. The refusal names the sender's own block, but hides the
/// recipient's.
/// </summary>
internal sealed class BlockRule(ConnectGateContext context) : IGateRule
{
    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient) = (attempt.Sender.Id, attempt.Recipient.Id);
        var blockers = await context
            .Blocks.Between(sender, recipient)
            .Select(block => block.BlockerId)
            .ToListAsync(cancellationToken);

        return
        [
            .. blockers
                .OrderBy(blocker => blocker != sender)
                .Select(blocker =>
                    blocker == sender
                        ? new Finding(new Refusal(Finding.Unavailable, "recipient", Words.Of("you-blocked-them")))
                        : Finding.AboutRecipient(Finding.Unavailable, FindingKind.Secret)
                ),
        ];
    }
}
