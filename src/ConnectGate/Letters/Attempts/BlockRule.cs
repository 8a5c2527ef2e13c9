using ConnectGate.Gate;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses when either member has blocked the other. The refusal names the sender's own block, but hides the
/// recipient's.
/// </summary>
internal sealed class BlockRule(FactsReader facts) : IGateRule
{
    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var between = (await facts.OfAsync(attempt, cancellationToken)).Between;
        var findings = new List<Finding>();
        if (between.BlockedBySender)
        {
            findings.Add(new Finding(new Refusal(Finding.Unavailable, "recipient", Words.Of("you-blocked-them"))));
        }

        if (between.BlockedByRecipient)
        {
            findings.Add(Finding.AboutRecipient(Finding.Unavailable, FindingKind.Secret));
        }

        return findings;
    }
}
