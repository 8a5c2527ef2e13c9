using ConnectGate.People.Policy;

namespace ConnectGate.Gate.Rules;

/// <summary>
/// Refuses every letter to a recipient with a closed policy. Each other demand of a policy has its own rule.
/// </summary>
internal sealed class PolicyRule : IGateRule
{
    public Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Finding>>(
            attempt.Recipient.Policy.Kind == PolicyKind.Closed ? [Finding.AboutRecipient(Finding.Unavailable)] : []
        );
}
